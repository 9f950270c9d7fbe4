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

    private static final String TYPE = "application/yaml"; // RFC 9512

    private final byte[] document;

    OpenApi() {
        try (var file = OpenApi.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in the program");
            }
            document = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addTo(RoutesConfig routes) {
        routes.get(PATH, request -> request.contentType(TYPE).result(document));
    }
}
