package dev.dateline.standalone.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.standalone.outage.Outages.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole pipeline from pages to topics and tables: three brokers, PostgreSQL and two instances of each service, all in programs of
 * their own, are killed, held and restarted at random while pages come in; then each instance is replaced in its turn. Afterwards every
 * topic and every table must say exactly what the truth says. A minute by default; with {@code -Ddrill=true} ten.
 */
@Tag("drill")
class PipelineOutagesIT {
    private static final boolean DRILL = Boolean.getBoolean("drill");
    private static final int SECONDS = Integer.getInteger("drill.seconds", DRILL ? 600 : 45);
    private static final int PER_SECOND = 30;
    private static final Duration GAP = Duration.ofSeconds(Integer.getInteger("drill.gap", 6));
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long SEED = Long.getLong("seed", 20_261_122);
    private static final KilledWorld.Size SIZE =
            new KilledWorld.Size(3, 2, List.of("sink", "router", "tagger", "deduplicator", "cleaner"));
    private static final List<Kind> KINDS =
            List.of(Kind.KILL, Kind.KILL, Kind.KILL, Kind.KILL, Kind.KILL, Kind.HOLD, Kind.HOLD, Kind.RESTART);
    /** Pages for longer than all replacements take. */
    private static final int REPLACING_SECONDS = 1_200;

    /** So many are stored when pages flow. */
    private static final int FLOWING = 20 * PER_SECOND;

    @TempDir
    Path folder;

    @Test
    void shouldEndAsTheTruthSays() throws Exception {
        var pages = new KnownPages(PER_SECOND * SECONDS, SEED);
        try (var world = KilledWorld.start(folder, SIZE)) {
            world.instances().forEach(RollingRestart::awaitReady);
            fail(world, pages);
            assertThat(differences(world, pages)).isEmpty();
        }
    }

    @Test
    void shouldGoOnWhileEachInstanceIsReplaced() throws Exception {
        var pages = new KnownPages(PER_SECOND * REPLACING_SECONDS, SEED);
        try (var world = KilledWorld.start(folder, SIZE);
                var wire = new Wire(world.user().kafka(), PER_SECOND)) {
            world.instances().forEach(RollingRestart::awaitReady);
            var sent = CompletableFuture.runAsync(() -> {
                wire.send(pages);
                wire.flush();
            });
            // what programs do for the first time takes longer
            await().atMost(PATIENCE).until(() -> StoredNews.states(world.databaseUrl()) > FLOWING);
            for (var instance : world.instances()) {
                var from = Instant.now();
                RollingRestart.of(instance);
                System.out.printf(
                        "%s replaced in %.1f s; longest stall %.1f s%n",
                        instance.program().name(),
                        Duration.between(from, Instant.now()).toMillis() / 1e3,
                        Stalls.longest(world.databaseUrl(), from, Instant.now()).toMillis() / 1e3);
            }
            pages.enough();
            sent.join();
            assertThat(differences(world, pages)).isEmpty();
        }
    }

    private static void fail(KilledWorld world, KnownPages pages) throws Exception {
        var from = Instant.now();
        try (var outages = new Outages(world.servers(), KINDS, GAP, new Random(SEED));
                var wire = new Wire(world.user().kafka(), PER_SECOND)) {
            outages.fail(true);
            wire.send(pages);
            var until = Instant.now();
            wire.flush();
            outages.fail(false);
            // what is held is let go, and what is dead is started, before anybody looks
            Differences.untilNone(PATIENCE, () -> {
                outages.check();
                return stored(world, pages);
            });
            System.out.printf(
                    "%d records in %d s; faults %s, of which %s; ended without being killed %s; longest stall %.1f s; all is there %d s after the last%n",
                    pages.told(),
                    Duration.between(from, until).toSeconds(),
                    outages.kinds(),
                    outages.faults(),
                    outages.ends(),
                    Stalls.longest(world.databaseUrl(), from, until).toMillis() / 1e3,
                    Duration.between(until, Instant.now()).toSeconds());
        }
    }

    /** Whether the tables have as many states as were told; a cheap look. */
    private static List<String> stored(KilledWorld world, KnownPages pages) throws Exception {
        var states = pages.kept().values().stream().mapToLong(List::size).sum();
        var stored = StoredNews.states(world.databaseUrl());
        return stored >= states ? List.of() : List.of("%d of %d are stored".formatted(stored, states));
    }

    private static List<String> differences(KilledWorld world, KnownPages pages) throws Exception {
        return Differences.untilNone(PATIENCE, () -> {
            var differences = new Differences();
            var truth = new PageTruth(world.user(), pages);
            truth.compare(differences);
            if (differences.isEmpty()) {
                var subscriber = new Subscriber(world.user());
                var routed = new Truth(truth.read());
                routed.compareTables(world, differences);
                routed.compareTopics(subscriber, differences);
                differences.compare("dead letters", Map.of(), subscriber.deadLetters());
            }
            return differences.found();
        });
    }
}
