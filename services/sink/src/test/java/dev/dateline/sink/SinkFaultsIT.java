package dev.dateline.sink;

import static dev.dateline.sink.SinkRecords.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.dateline.kafka.streams.DeadLetters;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes wrong around a sink on a real broker and a real PostgreSQL: each fault has its answer. */
class SinkFaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static SinkHarness world;

    @BeforeAll
    static void begin() throws Exception {
        world = new SinkHarness();
    }

    @AfterAll
    static void end() throws Exception {
        world.close();
    }

    @Test
    void shouldSendOnlyThePoisonToTheDeadLetters() throws Exception {
        var enriched = world.topics().enriched();
        var garbage = "no avro".getBytes(StandardCharsets.UTF_8);
        var wrong = SinkRecords.region("KZ", RegionRole.ABOUT);
        wrong.put("score", 7.0);
        send(article("poison-1", 1).build());
        world.send(enriched.name(), "poison-2", garbage);
        send(article("poison-3", 1).setRegions(List.of(wrong)).build());
        world.send(enriched.name(), "poison-4", null);
        send(article("poison-5", 1).build());
        try (var sink = world.sink()) {
            world.settle(sink);
        }

        assertThat(world.query("SELECT article_id FROM article WHERE article_id LIKE 'poison-%' ORDER BY 1"))
                .containsExactly("poison-1", "poison-5");
        var letters = world.deadLetters().stream()
                .filter(letter -> letter.key().startsWith("poison-"))
                .collect(Collectors.groupingBy(ConsumerRecord::key, Collectors.toSet()));
        assertThat(letters).containsOnlyKeys("poison-2", "poison-3");
        assertThat(letters.get("poison-2").iterator().next().value()).isEqualTo(garbage);
        assertThat(header(letters.get("poison-2").iterator().next(), DeadLetters.REASON))
                .isEqualTo("bad_marker");
        assertThat(header(letters.get("poison-3").iterator().next(), DeadLetters.REASON))
                .isEqualTo("processing_failed");
        assertThat(header(letters.get("poison-3").iterator().next(), DeadLetters.STAGE))
                .isEqualTo("sink");
    }

    @Test
    void shouldOnlyBeDelayedByAnOutage() throws Exception {
        try (var sink = world.sink()) {
            world.settle(sink);
            var letters = world.deadLetters().size();
            world.stopPostgres();
            send(article("outage", 1).build());
            await().atMost(PATIENCE).until(() -> sink.health().state() == Health.State.DEGRADED);
            world.startPostgres();
            world.settle(sink);

            assertThat(world.query("SELECT version FROM article WHERE article_id = 'outage'"))
                    .containsExactly("1");
            assertThat(world.deadLetters()).hasSize(letters);
        }
    }

    @Test
    void shouldWaitWhileTheDiskOfTheDatabaseIsFull() throws Exception {
        try (var sink = world.sink()) {
            world.settle(sink);
            var letters = world.deadLetters().size();
            var tries = world.meters.find(SinkMetrics.RETRIES.name()).counter();
            var before = tries.count();
            world.execute("CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                    + " RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100'; END $$;"
                    + " CREATE TRIGGER disk_full BEFORE INSERT ON article EXECUTE FUNCTION disk_full()");
            send(article("full", 1)
                    .setText("what nobody wants to read in a health check")
                    .build());
            await().atMost(PATIENCE).until(() -> tries.count() >= before + 3);

            assertThat(sink.health().state()).isEqualTo(Health.State.DEGRADED);
            assertThat(sink.health().detail())
                    .contains("No space left on device")
                    .contains("tries again")
                    .doesNotContain("what nobody wants to read");
            var since = sink.health().detail();
            await().atMost(PATIENCE).until(() -> tries.count() >= before + 5);
            assertThat(sink.health().detail()).as("one outage, not five").isEqualTo(since);

            world.execute("DROP FUNCTION disk_full CASCADE");
            world.settle(sink);
            assertThat(world.query("SELECT version FROM article WHERE article_id = 'full'"))
                    .containsExactly("1");
            assertThat(world.deadLetters()).hasSize(letters);
        }
    }

    @Test
    void shouldGiveUpABatchThatSomebodyElseStored() throws Exception {
        try (var sink = world.sink()) {
            world.settle(sink);
            // another owner of the partition stored the next record already
            world.execute("UPDATE sink_offset SET next_offset = next_offset + 1 WHERE topic_partition = 0 AND topic = '"
                    + world.topics().enriched().name() + "'");
            send(article("fenced-1", 1).build());
            send(article("fenced-2", 1).build());
            world.settle(sink);
        }

        assertThat(world.query("SELECT article_id FROM article WHERE article_id LIKE 'fenced-%'"))
                .containsExactly("fenced-2");
    }

    @Test
    void shouldRefuseToStartOnATopicThatWasMadeAnew() throws Exception {
        world.sink().close();
        world.execute("UPDATE sink_offset SET topic_id = 'another'");
        try {
            var refused = catchThrowableOfType(StartException.class, () -> world.sink());

            assertThat(refused.report()).contains("made anew").contains("sink_start_over()");
        } finally {
            world.execute("SELECT sink_start_over()");
        }
    }

    @Test
    void shouldRefuseTablesOfANewerProgram() throws Exception {
        world.sink().close();
        world.execute("INSERT INTO flyway_schema_history VALUES"
                + " (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'me', now(), 1, true)");
        try {
            var refused = catchThrowableOfType(StartException.class, () -> world.sink());

            assertThat(refused.report()).contains("version 99").contains("newer than this program");
        } finally {
            world.execute("DELETE FROM flyway_schema_history WHERE installed_rank = 99");
        }
    }

    private static void send(EnrichedArticle article) {
        world.send(world.topics().enriched(), article.getArticleId(), article);
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
