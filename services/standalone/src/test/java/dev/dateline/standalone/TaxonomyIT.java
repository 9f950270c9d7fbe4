package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.ThemeTag;
import dev.dateline.schema.UniqueArticle;
import dev.dateline.sink.SinkConfig;
import dev.dateline.testkit.Articles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The way of a theme from a folder to the tags of new and old articles, in the order of the numbers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TaxonomyIT {
    private static final String THEME = "custom:lithium";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static Standalone standalone;
    private final StringWriter printed = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        standalone = Standalone.start(folder.resolve("data"), NewsroomRun.options("--set", "console.port=0"), Map.of());
    }

    @AfterAll
    static void stop() {
        standalone.close();
    }

    @BeforeEach
    void writeFolder() throws IOException {
        Files.createDirectories(folder.resolve("own/themes"));
        Files.writeString(
                folder.resolve("own/themes/lithium.yaml"),
                "- {id: custom:lithium, label: lithium, slug: lithium, terms: {en: {3: lithium}}}\n");
    }

    @Test
    @Order(1)
    void shouldTagByTheShippedTaxonomyFirst() {
        send(live("old", 1));
        send(live("gone", 1));
        send(withdrawn("gone", 2));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(last("gone").getStatus()).isEqualTo(ArticleStatus.WITHDRAWN));
        assertThat(themes(last("old"))).doesNotContain(THEME);
        assertThat(last("old").getTaxonomyVersion()).isEqualTo(shipped());
    }

    @Test
    @Order(2)
    void shouldShowWhatAFolderWouldChange() {
        assertThat(run("taxonomy", "diff", own(), "--since", "30d")).isZero();

        assertThat(printed.toString())
                .contains("in force: " + shipped())
                .contains("added    " + THEME)
                .contains("sample: 1 articles")
                .containsPattern(THEME + " +0 +1 +1 +0")
                .contains("    + Lithium mine old opens");
    }

    @Test
    @Order(3)
    void shouldTagTheNextArticleByWhatWasApplied() {
        assertThat(run("taxonomy", "apply", own())).isZero();
        assertThat(printed.toString()).contains("is in force (1 files)");

        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            send(live("new", 1));
            assertThat(themes(last("new"))).contains(THEME);
        });
        assertThat(last("new").getTaxonomyVersion()).endsWith("+" + shipped());
        assertThat(themes(last("old"))).doesNotContain(THEME);
    }

    @Test
    @Order(4)
    void shouldApplyTheSameContentOnce() {
        var before = records(standalone.kafka().topics().taxonomy()).size();

        assertThat(run("taxonomy", "apply", own())).isZero();

        assertThat(printed.toString()).contains("in force already");
        assertThat(records(standalone.kafka().topics().taxonomy())).hasSize(before);
        assertThat(run("taxonomy", "show")).isZero();
        assertThat(printed.toString()).contains("themes/lithium.yaml").contains("added    " + THEME);
    }

    @Test
    @Order(5)
    void shouldWriteNothingInADryRun() {
        var before = records(enriched()).size();

        assertThat(run("retag", "--dry-run")).isZero();

        assertThat(printed.toString()).contains("1 would be retagged").contains(THEME);
        assertThat(records(enriched())).hasSize(before);
    }

    @Test
    @Order(6)
    void shouldTagHistoryAgain() {
        var before = lastRecord("old");

        assertThat(run("retag")).isZero();

        assertThat(printed.toString()).contains(", 1 retagged").contains("+ Lithium mine old opens");
        var after = lastRecord("old");
        assertThat(themes(last("old"))).contains(THEME);
        assertThat(last("old").getEvent()).isEqualTo(EventType.RETAGGED);
        assertThat(last("old").getVersion()).isOne();
        assertThat(after.timestamp()).isEqualTo(before.timestamp());
        assertThat(header(after, EventHeaders.TYPE)).isEqualTo("retagged");
        assertThat(header(after, EventHeaders.THEMES)).contains(THEME);
        assertThat(header(after, EventHeaders.ID)).isNotEqualTo(header(before, EventHeaders.ID));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(query("SELECT code FROM theme_tag WHERE article_id = 'old'"))
                        .contains(THEME));
    }

    @Test
    @Order(7)
    void shouldLeaveAWithdrawnArticleWithdrawn() throws Exception {
        assertThat(last("gone").getStatus()).isEqualTo(ArticleStatus.WITHDRAWN);
        assertThat(query("SELECT status FROM article WHERE article_id = 'gone'"))
                .containsExactly("WITHDRAWN");
    }

    @Test
    @Order(8)
    void shouldHaveNothingToDoTheSecondTime() {
        var before = records(enriched()).size();

        assertThat(run("retag")).isZero();
        assertThat(run("retag", "--since", "1h")).isZero();

        assertThat(printed.toString()).contains(", 0 retagged").doesNotContain(", 1 retagged");
        assertThat(records(enriched())).hasSize(before);
    }

    @Test
    @Order(9)
    void shouldPutANewerVersionBackThatAnOlderOneHides() {
        var newer = Articles.enriched("hidden", 2).setTaxonomyVersion("0").build();
        var older = Articles.enriched("hidden", 1).setTaxonomyVersion("9").build();
        send(enriched(), "hidden", newer);
        send(enriched(), "hidden", older);

        assertThat(run("retag")).isZero();

        assertThat(last("hidden").getVersion()).isEqualTo(2);
    }

    @Test
    @Order(10)
    void shouldBeginWithTheTaxonomyInForceAfterARestart() throws Exception {
        standalone.close();
        start();

        send(live("restarted", 1));

        await().atMost(SOON).untilAsserted(() -> assertThat(last("restarted")).isNotNull());
        assertThat(themes(last("restarted"))).contains(THEME);
    }

    @Test
    @Order(11)
    void shouldGoOnWhenTheTopicIsBroken() {
        try (var producer = Clients.producer(standalone.kafka(), "test")) {
            producer.send(new ProducerRecord<>(
                    standalone.kafka().topics().taxonomy().name(), "current", new byte[] {1, 2, 3}));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(standalone.program().services())
                        .anySatisfy(service -> assertThat(service.health().detail())
                                .contains("the taxonomy on the topic is not used")));
        send(live("meanwhile", 1));

        await().atMost(SOON).untilAsserted(() -> assertThat(last("meanwhile")).isNotNull());
        assertThat(themes(last("meanwhile"))).contains(THEME);
        assertThat(run("retag")).isEqualTo(2);
        assertThat(printed.toString()).contains("holds a broken taxonomy");
    }

    @Test
    @Order(12)
    void shouldReturnToTheShippedTaxonomy() {
        assertThat(run("taxonomy", "apply", "--shipped")).isZero();

        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            send(live("after", 1));
            assertThat(themes(last("after"))).doesNotContain(THEME);
        });
        assertThat(run("retag")).isZero();
        assertThat(themes(last("old"))).doesNotContain(THEME);
    }

    private static UniqueArticle live(String id, int version) {
        return Articles.unique(id, "Lithium mine " + id + " opens", "A mine for lithium was opened in Kazakhstan.")
                .setVersion(version)
                .build();
    }

    private static UniqueArticle withdrawn(String id, int version) {
        var article = Articles.clean(id, "", "")
                .setStatus(ArticleStatus.WITHDRAWN)
                .setWithdrawnReason("410")
                .build();
        return Articles.unique(id, "", "")
                .setArticle(article)
                .setVersion(version)
                .setEvent(EventType.WITHDRAWN)
                .build();
    }

    private static void send(UniqueArticle article) {
        send(standalone.kafka().topics().unique(), article.getArticle().getArticleId(), article);
    }

    private static <V> void send(Topic<V> topic, String key, V value) {
        try (var producer = Clients.producer(standalone.kafka(), "test")) {
            producer.send(new ProducerRecord<>(
                    topic.name(), key, topic.values().serializer().serialize(topic.name(), value)));
        }
    }

    private static Topic<EnrichedArticle> enriched() {
        return standalone.kafka().topics().enriched();
    }

    private static ConsumerRecord<String, byte[]> lastRecord(String id) {
        return records(enriched()).stream()
                .filter(record -> record.key().equals(id))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static EnrichedArticle last(String id) {
        var record = lastRecord(id);
        assertThat(record).as(id).isNotNull();
        return enriched().values().deserializer().deserialize(record.topic(), record.value());
    }

    private static List<ConsumerRecord<String, byte[]>> records(Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = Clients.consumer(standalone.kafka(), "test", null, "earliest")) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            PartitionReader.readToEnd(consumer, partitions, records::add);
        }
        return records;
    }

    private static List<String> themes(EnrichedArticle article) {
        return article.getThemes().stream().map(ThemeTag::getCode).toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String shipped() {
        return Tagger.load().taxonomyVersion();
    }

    private static String own() {
        return folder.resolve("own").toString();
    }

    private static List<String> query(String sql) throws Exception {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(standalone.settings().get(SinkConfig.URL));
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private int run(String... arguments) {
        var bootstrap = standalone.kafka().properties().get("bootstrap.servers");
        var all = Stream.of(arguments, new String[] {"--set", KafkaSettings.BOOTSTRAP.key() + "=" + bootstrap})
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        var writer = new PrintWriter(printed, true);
        return DatelineMain.commandLine().setOut(writer).setErr(writer).execute(all);
    }
}
