package dev.dateline.sink;

import static dev.dateline.sink.SinkRecords.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.kafka.client.Clients;
import dev.dateline.schema.EnrichedArticle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sink between a real broker and a real PostgreSQL. Tests share both, and each has articles of its own. */
class SinkIT {
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
    void shouldStoreWhatEveryTopicSays() throws Exception {
        var topics = world.topics();
        try (var sink = world.sink()) {
            send(article("all", 1).setTitle("NUL\u0000 is stripped").build());
            world.send(
                    topics.duplicate(),
                    "all-copy",
                    SinkRecords.duplicate("all-copy", "all").build());
            world.send(topics.story(), "all", SinkRecords.story("all", "all-copy"));
            world.send(topics.sourceStatus(), "all-source", SinkRecords.status("all-source", 2));
            world.send(topics.disposition(), "all", SinkRecords.disposition("all", 1));
            world.settle(sink);
        }

        assertThat(world.query("SELECT title, about, regions, themes, copies FROM v_article WHERE article_id = 'all'"))
                .containsExactly("NUL is stripped|{KZ}|{KZ,US}|{medtop:20000256}|1");
        assertThat(world.query("SELECT evidence->0->>'text' FROM region_tag WHERE article_id = 'all' AND code = 'KZ'"))
                .containsExactly("Astana");
        assertThat(world.query("SELECT duplicate_of, kind FROM duplicate WHERE article_id = 'all-copy'"))
                .containsExactly("all|WIRE_COPY");
        assertThat(world.query("SELECT copy_count, origin FROM story WHERE story_id = 'all'"))
                .containsExactly("1|all-copy");
        assertThat(world.query("SELECT place, article_id FROM story_copy WHERE story_id = 'all'"))
                .containsExactly("1|all-copy");
        assertThat(world.query("SELECT state FROM source_status WHERE source_id = 'all-source'"))
                .containsExactly("FAILING");
        assertThat(world.query("SELECT outcome, reason FROM disposition WHERE article_id = 'all'"))
                .containsExactly("DROPPED|too_short");
    }

    @Test
    void shouldChangeNothingWhenEverythingComesAgain() throws Exception {
        try (var sink = world.sink()) {
            send(article("again", 1).build());
            send(article("again", 2).setRegions(List.of()).build());
            world.send(world.topics().story(), "again", SinkRecords.story("again", "a", "b"));
            world.settle(sink);
        }
        var before = world.everything();
        world.execute("UPDATE sink_offset SET next_offset = 0");

        try (var sink = world.sink()) {
            world.settle(sink);
        }

        assertThat(world.everything()).isEqualTo(before);
    }

    @Test
    void shouldReadOnFromTheDatabaseWhenItDiedBeforeTellingTheGroup() throws Exception {
        try (var sink = world.sink()) {
            send(article("killed", 1).build());
            world.settle(sink);
        }
        var unchanged = counted("unchanged");
        forgetGroupOffsets();

        try (var sink = world.sink()) {
            send(article("killed", 2).build());
            world.settle(sink);
        }

        assertThat(world.query("SELECT version FROM article WHERE article_id = 'killed'"))
                .containsExactly("2");
        assertThat(counted("unchanged")).isEqualTo(unchanged);
    }

    @Test
    void shouldKeepTheNewestVersionAndTaxonomy() throws Exception {
        try (var sink = world.sink()) {
            send(article("newest", 2).build());
            send(article("newest", 1).build());
            send(article("newest", 2)
                    .setTaxonomyVersion("2025-12")
                    .setRegions(List.of())
                    .build());
            world.settle(sink);
        }

        assertThat(world.query("SELECT version, title, about FROM v_article WHERE article_id = 'newest'"))
                .containsExactly("2|Title 2 of newest|{KZ}");
        assertThat(world.query("SELECT version FROM article_version WHERE article_id = 'newest' ORDER BY 1"))
                .containsExactly("1", "2");
    }

    @Test
    void shouldIndexTheStemsOfWordsAndForgetThoseOfWhatWasWithdrawn() throws Exception {
        var sought =
                "SELECT article_id FROM article WHERE words @@ websearch_to_tsquery('english', 'unspeakable texts')";
        try (var sink = world.sink()) {
            send(article("sought", 1).setText("An unspeakable text.").build());
            world.settle(sink);
            assertThat(world.query(sought)).containsExactly("sought");
            send(SinkRecords.withdrawal("sought", 2).build());
            world.settle(sink);
        }

        assertThat(world.query(sought)).isEmpty();
        assertThat(world.query("SELECT words FROM article WHERE article_id = 'sought'"))
                .containsExactly("");
    }

    @Test
    void shouldKeepTheEventTimeOfAnArticleWithItsTags() throws Exception {
        try (var sink = world.sink()) {
            send(article("timed", 1).build());
            world.settle(sink);
        }

        assertThat(world.query("SELECT DISTINCT t.event_time = a.event_time FROM article a"
                        + " JOIN (SELECT article_id, event_time FROM region_tag"
                        + " UNION ALL SELECT article_id, event_time FROM theme_tag) t USING (article_id)"
                        + " WHERE a.article_id = 'timed'"))
                .containsExactly("t");
        assertThat(world.query("INSERT INTO region_tag (article_id, code, role, score, evidence)"
                        + " VALUES ('timed', 'UZ', 'MENTIONED', 1, '[]') RETURNING event_time IS NOT NULL"))
                .as("as a sink of the version before writes it")
                .containsExactly("t");
    }

    @Test
    void shouldEmptyWhatWasWithdrawnAndShowTheEarliestSurvivingCopy() throws Exception {
        var duplicates = world.topics().duplicate();
        try (var sink = world.sink()) {
            send(article("gone", 1).build());
            world.send(
                    duplicates,
                    "gone-copy",
                    SinkRecords.duplicate("gone-copy", "gone").build());
            send(SinkRecords.withdrawal("gone", 2).build());
            world.settle(sink);
            send(article("gone", 1).build());
            world.settle(sink);
        }

        assertThat(world.query("SELECT status, withdrawn_reason, withdrawn_at IS NULL, title, text, regions"
                        + " FROM v_article WHERE article_id = 'gone'"))
                .containsExactly("WITHDRAWN|410|f|||{}");
        assertThat(world.query(
                        "SELECT version, title || text FROM article_version WHERE article_id = 'gone' ORDER BY 1"))
                .containsExactly("1|", "2|");
        assertThat(world.query("SELECT article_id, title FROM v_readable WHERE story_id = 'gone'"))
                .containsExactly("gone-copy|Copy of gone");
    }

    @Test
    void shouldMoveACopyThatBecameAnOriginal() throws Exception {
        var duplicates = world.topics().duplicate();
        try (var sink = world.sink()) {
            world.send(
                    duplicates, "moved", SinkRecords.duplicate("moved", "other").build());
            world.settle(sink);
            send(article("moved", 2).build());
            world.settle(sink);
            world.send(
                    duplicates, "moved", SinkRecords.duplicate("moved", "other").build());
            world.settle(sink);
        }

        assertThat(world.query("SELECT count(*) FROM duplicate WHERE article_id = 'moved'"))
                .containsExactly("0");
        assertThat(world.query("SELECT version FROM article WHERE article_id = 'moved'"))
                .containsExactly("2");
    }

    @Test
    void shouldForgetTheMonthsThatAreOver() throws Exception {
        try (var sink = world.sink()) {
            world.settle(sink);
        }
        world.execute("SELECT add_month('disposition', now() - interval '90 days')");
        world.execute(
                "INSERT INTO disposition VALUES ('clean', 'topic', 0, 0, 'old', null, null, 'KEPT', null, null,"
                        + " now() - interval '90 days'), ('clean', 'topic', 0, 1, 'young', null, null, 'KEPT', null, null, now())");

        try (var sink = world.sink()) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(world.query("SELECT article_id FROM disposition WHERE topic = 'topic'"))
                                    .containsExactly("young"));
        }
    }

    @Test
    void shouldStoreWhatIsCommittedAndReadOnBehindIt() throws Exception {
        var topic = world.topics().enriched().name();
        try (var sink = world.sink();
                var producer = Clients.transactionalProducer(world.kafka, "transactions", "transactions")) {
            producer.initTransactions();
            for (var id : List.of("aborted", "committed-1", "committed-2")) {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(
                        topic, 0, id, world.bytes(article(id, 1).build())));
                producer.flush();
                if (id.equals("aborted")) {
                    producer.abortTransaction();
                } else {
                    producer.commitTransaction();
                }
            }
            send(article("behind", 1).build());
            world.settle(sink);
        }

        assertThat(world.query(
                        "SELECT article_id FROM article WHERE article_id ~ '^(aborted|committed|behind)' ORDER BY 1"))
                .containsExactly("behind", "committed-1", "committed-2");
    }

    private static void send(EnrichedArticle article) {
        world.send(world.topics().enriched(), article.getArticleId(), article);
    }

    private static void forgetGroupOffsets() throws Exception {
        try (var admin = world.broker().admin()) {
            var beginning = Map.of(new TopicPartition(world.topics().enriched().name(), 0), new OffsetAndMetadata(0));
            admin.alterConsumerGroupOffsets("dateline-sink", beginning).all().get();
        }
    }

    private static double counted(String op) {
        return world.meters.find(SinkMetrics.ROWS.name()).tag("op", op).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
