package dev.dateline.deduplicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.pipeline.dedup.Sketcher;
import dev.dateline.testkit.Articles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two deduplicators, one warm beside the other: whichever stops, the other goes on within seconds, with an index that it did not have
 * to make.
 */
@Tag("slow")
class TakeoverIT {
    private static final int HELD = 30_000;
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final Duration SOON = Duration.ofMinutes(2);
    /** Of the issue: an instance that stops is made up for within five seconds. */
    private static final Duration BAR = Duration.ofSeconds(5);

    private static final int MARKERS = 50;

    @TempDir
    Path folder;

    @Test
    void shouldGoOnWithinSecondsWhicheverStops() throws Exception {
        try (var rig = new DedupRig();
                var starts = new IndexStarts(HELD)) {
            rig.remember(RememberedArticles.states(HELD, NewsLog.START));
            try (var first = rig.start(folder.resolve("first"), OFTEN)) {
                await().atMost(SOON)
                        .until(() -> starts.said()
                                .equals(List.of(DeduplicationProcessor.REBUILT, DeduplicationProcessor.KEPT)));
                rig.send(List.of(article("original")));
                rig.awaitTraces(1);
                try (var second = rig.start(folder.resolve("second"), OFTEN)) {
                    awaitWarm(second);
                    assertThat(takeover(rig, first, 2)).isLessThan(BAR);
                    try (var firstAgain = rig.start(folder.resolve("first"), OFTEN)) {
                        awaitWarm(firstAgain);
                        assertThat(takeover(rig, second, 3)).isLessThan(BAR);
                    }
                }
            }
            assertThat(starts.said())
                    .containsExactly(
                            DeduplicationProcessor.REBUILT,
                            DeduplicationProcessor.KEPT,
                            DeduplicationProcessor.FOUND,
                            DeduplicationProcessor.FOUND);
            assertThat(Published.by(rig).counts()).containsEntry("unique", 1).containsEntry("duplicate", 2);
        }
    }

    /** Stops the one that works, sends a copy of the first article, and gives the time until the other has judged it. */
    private static Duration takeover(DedupRig rig, StreamsService active, int traces) throws Exception {
        long began = System.nanoTime();
        active.close();
        rig.send(List.of(article("copy" + traces)));
        rig.awaitTraces(traces);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void awaitWarm(StreamsService standby) {
        await().atMost(SOON).until(() -> {
            var behind = standby.behind();
            return behind.isPresent() && behind.getAsLong() < MARKERS;
        });
    }

    private static NewsLog.Entry article(String id) {
        var text =
                "The reservoir above the valley reached its full level on Tuesday, two years after the last gate was closed, the "
                        + "ministry of water said. Engineers will watch the pressure for a month before the turbines are started one after the "
                        + "other. Villages downstream have been told how they would be warned if anything went wrong.";
        var at = NewsLog.START.plusSeconds(60);
        var article = Articles.clean(id, "Dam filled", text)
                .setFetchedAt(at)
                .setEventTime(at)
                .setSketch(Sketcher.sketch("Dam filled", text).orElseThrow());
        return new NewsLog.Entry(id, article.build(), at);
    }
}
