package dev.dateline.standalone.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Router, sink, broker and PostgreSQL are killed at random while articles come with edits, withdrawals and copies: afterwards every
 * topic and every table must say exactly what the truth says. 1,200 articles by default; with {@code -Ddrill=true} 20,000.
 */
@Tag("slow")
class RouterAndSinkOutagesIT {
    private static final boolean DRILL = Boolean.getBoolean("drill");
    private static final int ARTICLES = DRILL ? 20_000 : 1_200;
    private static final int PER_SECOND = DRILL ? 80 : 30;
    private static final KilledWorld.Size SIZE = new KilledWorld.Size(1, 1, List.of("router", "sink"));
    private static final Duration GAP = Duration.ofSeconds(DRILL ? 6 : 4);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long SEED = Long.getLong("seed", 20_261_122);
    /** Made half way through, with all that went before. */
    private static final String ROUTE = "news.route.kazakhstan.v1";

    @TempDir
    Path folder;

    @Test
    void shouldEndAsTheTruthSays() throws Exception {
        var random = new Random(SEED);
        var told = KnownNews.of(ARTICLES, random);
        var truth = new Truth(told);
        try (var world = KilledWorld.start(folder, SIZE);
                var outages = new Outages(world.servers(), List.of(Outages.Kind.KILL), GAP, random);
                var wire = new Wire(world.user().kafka(), PER_SECOND)) {
            outages.fail(true);
            wire.send(told.subList(0, told.size() / 2));
            await().atMost(PATIENCE)
                    .until(() -> world.user().run("routes", "add", "kazakhstan", "region = KZ", "--replace") == 0);
            wire.send(told.subList(told.size() / 2, told.size()));
            wire.flush();
            outages.fail(false);
            var silence = System.nanoTime();
            var differences = Differences.untilNone(PATIENCE, () -> {
                outages.check();
                return differences(world, truth);
            });
            outages.check();

            System.out.printf(
                    "%d records of %d articles; kills %s, ended without being killed %s; all is there after %d s%n",
                    told.size(),
                    ARTICLES,
                    outages.faults(),
                    outages.ends(),
                    Duration.ofNanos(System.nanoTime() - silence).toSeconds());
            assertThat(differences).isEmpty();
            assertThat(outages.faults()).hasSize(world.servers().size());
        }
    }

    /** What topics and tables say other than the truth; first the tables, as the topics are known to be whole by then. */
    private static List<String> differences(KilledWorld world, Truth truth) throws Exception {
        var differences = new Differences();
        truth.compareTables(world, differences);
        if (differences.isEmpty()) {
            var subscriber = new Subscriber(world.user());
            truth.compareTopics(subscriber, differences);
            differences.compare(ROUTE, truth.about("KZ"), subscriber.held(ROUTE));
            differences.compare("dead letters", Map.of(), subscriber.deadLetters());
        }
        return differences.found();
    }
}
