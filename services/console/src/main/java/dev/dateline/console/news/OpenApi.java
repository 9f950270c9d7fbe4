package dev.dateline.console.news;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Serves the description of the API. */
public final class OpenApi {
    /** Beside this class, not among the files of the page. */
    private static final String FILE = "openapi.yaml";

    /** The address of the document. */
    public static final String PATH = "/" + FILE;

    /** The address of the same for people. */
    static final String PAGE_PATH = "/api";

    private static final String TYPE = "application/yaml"; // RFC 9512

    private final byte[] document;
    private final String page;

    OpenApi() {
        try (var file = OpenApi.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in the program");
            }
            document = file.readAllBytes();
            page = OpenApiPage.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addTo(RoutesConfig routes) {
        routes.get(PATH, request -> request.contentType(TYPE).result(document));
        routes.get(
                PAGE_PATH,
                request -> request.contentType("text/html; charset=utf-8").result(page));
    }
}
