package dev.dateline.deduplicator;

import dev.dateline.pipeline.dedup.Sketcher;
import dev.dateline.schema.ArticleState;
import dev.dateline.schema.Sketch;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** States of articles that have nothing to do with one another, from before the log. */
final class RememberedArticles {
    private static final int SIGNATURE = 512;

    private RememberedArticles() {}

    static Stream<ArticleState> states(int count, Instant at) {
        var random = new Random(count);
        return IntStream.range(0, count).mapToObj(number -> state(random, number - count, at));
    }

    private static ArticleState state(Random random, long position, Instant at) {
        var id = "remembered" + -position;
        return ArticleState.newBuilder()
                .setArticleId(id)
                .setSourceId("example")
                .setUrl("https://site.example/" + id)
                .setTitle("Title")
                .setVersion(1)
                .setFirstPosition(position)
                .setPosition(position)
                .setFetchedAt(at)
                .setEventTime(at)
                .setContentHash(id)
                .setSketch(sketch(random))
                .setFirstSeen(at)
                .setIndexedAt(at)
                .setTouchedAt(at)
                .setStoryId(id)
                .build();
    }

    private static Sketch sketch(Random random) {
        var signature = new byte[SIGNATURE];
        random.nextBytes(signature);
        return Sketch.newBuilder()
                .setAlgorithm(Sketcher.ALGORITHM)
                .setSize(120)
                .setSignature(ByteBuffer.wrap(signature))
                .build();
    }
}
