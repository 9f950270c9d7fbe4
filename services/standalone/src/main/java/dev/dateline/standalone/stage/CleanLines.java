package dev.dateline.standalone.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.pipeline.Stage;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Fetch;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RawArticle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** {@code stage clean}: {@code {id, url, html | file}} to {@code {id, title, text, author, published, ...}}. */
final class CleanLines implements JsonLines.Answer {
    private final Stage<RawArticle, CleanArticle> cleaner;
    private final Path folder;
    private final Clock clock;

    CleanLines(Stage<RawArticle, CleanArticle> cleaner, Path folder, Clock clock) {
        this.cleaner = cleaner;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public ObjectNode to(ObjectNode input) throws IOException {
        var id = input.path("id").asText();
        return cleaner.apply(raw(id, input))
                .fold(
                        article -> ArticleJson.clean(id, article),
                        (reason, detail) -> JsonLines.JSON
                                .createObjectNode()
                                .put("id", id)
                                .put("dropped", reason.name())
                                .put("detail", detail));
    }

    private RawArticle raw(String id, ObjectNode input) throws IOException {
        var url = input.path("url").asText("");
        var fetch = Fetch.newBuilder().setHttpStatus(200);
        byte[] body;
        if (input.hasNonNull("html")) {
            body = input.get("html").asText().getBytes(StandardCharsets.UTF_8);
            fetch.setContentType("text/html; charset=utf-8");
        } else if (input.hasNonNull("file")) {
            body = InputFile.read(folder.resolve(input.get("file").asText()));
        } else {
            throw new IllegalArgumentException("has neither 'html' nor 'file'");
        }
        return RawArticle.newBuilder()
                .setArticleId(id)
                .setUrl(url)
                .setCanonicalUrl(
                        CanonicalUrl.parse(url).map(CanonicalUrl::value).orElse(url))
                .setSourceId("stage")
                .setPublisher(Publisher.newBuilder().build())
                .setFetchedAt(clock.instant())
                .setFetch(fetch.build())
                .setBody(ByteBuffer.wrap(body))
                .build();
    }
}
