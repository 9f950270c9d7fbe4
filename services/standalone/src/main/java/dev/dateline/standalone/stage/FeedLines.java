package dev.dateline.standalone.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.pipeline.feed.Feed;
import dev.dateline.pipeline.feed.FeedProblem;
import dev.dateline.pipeline.feed.FutureDates;
import dev.dateline.pipeline.feed.SitemapIndex;
import dev.dateline.pipeline.feed.SitemapParser;
import dev.dateline.schema.Contracts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

/**
 * {@code stage feed}: {@code {id, file, url?, contentType?, fetchedAt?}} to what the feed or sitemap says. What is neither is dropped,
 * with the reason.
 */
final class FeedLines implements JsonLines.Answer {
    static {
        Contracts.trust();
    }

    private final Path folder;
    private final InstantSource clock;

    FeedLines(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public ObjectNode to(ObjectNode input) throws IOException {
        if (!input.hasNonNull("file")) {
            throw new IllegalArgumentException("has no 'file'");
        }
        var id = input.path("id").asText();
        var bytes = InputFile.read(folder.resolve(input.get("file").asText()));
        var type = input.hasNonNull("contentType") ? input.get("contentType").asText() : null;
        var url = input.path("url").asText("");
        // What is no sitemap is read as a feed; a poll knows from its source which of the two it is
        var result = FutureDates.setBack(SitemapParser.parse(bytes, type, url), fetchedAt(input));
        if (result instanceof Feed feed) {
            return FeedJson.feed(id, feed);
        }
        if (result instanceof SitemapIndex index) {
            return FeedJson.index(id, index);
        }
        var problem = (FeedProblem) result;
        return JsonLines.JSON
                .createObjectNode()
                .put("id", id)
                .put("dropped", problem.kind().name())
                .put("detail", problem.detail());
    }

    private Instant fetchedAt(ObjectNode input) {
        return input.hasNonNull("fetchedAt")
                ? OffsetDateTime.parse(input.get("fetchedAt").asText()).toInstant()
                : clock.instant();
    }
}
