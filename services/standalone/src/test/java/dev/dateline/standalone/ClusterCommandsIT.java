package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.fetcher.FetcherMain;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.kafka.topics.TopicSpec;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.FetchVisit;
import dev.dateline.testkit.Articles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The commands that prepare a cluster, on an empty broker; in the order of their numbers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterCommandsIT {
    @TempDir
    static Path folder;

    private static EmbeddedKafka broker;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        broker = EmbeddedKafka.temporary();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    @Order(1)
    void shouldRefuseSourcesWhileTheirTopicIsMissing() throws IOException {
        assertThat(run("sources", "import", sources().toString())).isEqualTo(2);
        assertThat(err.toString()).contains("news.source.v1").contains("dateline topics apply");
    }

    @Test
    @Order(2)
    void shouldCreateEachTopicOnce() {
        assertThat(run("topics", "apply", "--set", KafkaSettings.REPLICATION.key() + "=1"))
                .isZero();
        assertThat(out.toString()).contains("created news.article.raw.v1");

        assertThat(run("topics", "apply", "--set", KafkaSettings.REPLICATION.key() + "=1"))
                .isZero();
        assertThat(out.toString()).endsWith("\n0 topics created\n");
    }

    @Test
    @Order(3)
    void shouldSayWhatAPollOfAnAddressWouldGive() throws StartException {
        var settings = new SettingsLoader(FetcherMain.DEFINITION.settings())
                .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .load();
        var fetcher = FetcherMain.DEFINITION.factory().create(new Environment(settings, new SimpleMeterRegistry()));
        try {
            fetcher.start();
            await().until(() -> fetcher.health().state() == Health.State.UP);

            assertThat(run("sources", "test", "http://127.0.0.1/feed.xml", "--wait", "30"))
                    .isEqualTo(1);
            assertThat(out.toString()).contains("Our own guard refuses it").contains("127.0.0.1");
        } finally {
            fetcher.close();
        }
        assertThat(run("sources", "test", "none")).isEqualTo(2);
        assertThat(err.toString()).contains("none: is no source");
    }

    @Test
    @Order(4)
    void shouldImportSources() throws IOException {
        assertThat(run("sources", "import", sources().toString())).isZero();
        assertThat(out.toString()).isEqualTo("2 sources imported\n");
    }

    @Test
    @Order(5)
    void shouldSayWhyAnArticleIsACopy() throws StartException {
        publish();
        assertThat(run("why", "https://news.example/copy")).isZero();
        assertThat(out.toString())
                .contains(
                        "100% of its phrases stand in the original",
                        "only in the original\n  | Nobody was hurt, they say.");

        assertThat(run("why", "https://news.example/copy", "--json")).isZero();
        assertThat(out.toString()).contains("\"duplicateOf\" : \"first\"", "The dam is full.");

        assertThat(run("why", "nothing")).isEqualTo(1);
        assertThat(err.toString()).contains("No article nothing");
    }

    @Test
    @Order(5)
    void shouldSaveWhatOperatorsWroteAndRestoreItOnANewCluster() throws Exception {
        var id = ArticleId.of(CanonicalUrl.parse("https://news.example/copy").orElseThrow());
        assertThat(run("withdraw", "https://news.example/copy", "--reason=a court says so", "--yes"))
                .isZero();
        var own = Files.createDirectories(folder.resolve("own/themes")).resolve("lithium.yaml");
        Files.writeString(own, "- {id: custom:lithium, label: lithium, slug: lithium, terms: {en: {3: lithium}}}\n");
        assertThat(run("taxonomy", "apply", folder.resolve("own").toString())).isZero();
        assertThat(run("routes", "add", "desk", "region = KZ", "--set", KafkaSettings.REPLICATION.key() + "=1"))
                .isZero();
        var saved = folder.resolve("saved").toString();

        assertThat(run("topics", "save", saved)).isZero();
        assertThat(out.toString())
                .contains(
                        "2 saved news.source.v1",
                        "1 saved news.takedown.v1",
                        "1 saved news.route.v1",
                        "3 saved news.audit.v1");
        assertThat(Path.of(saved).toFile().list())
                .as("what the catalogue calls saved")
                .containsExactlyInAnyOrder(TopicCatalogue.load().topics().stream()
                        .filter(TopicSpec::saved)
                        .map(topic -> topic.name() + ".avro")
                        .toArray(String[]::new));
        assertThat(run("topics", "restore", saved, "--set", KafkaSettings.REPLICATION.key() + "=1"))
                .isZero();
        assertThat(out.toString()).contains("0 restored news.source.v1", "0 restored news.takedown.v1");

        var lost = broker;
        try (var anew = EmbeddedKafka.temporary()) {
            var before = operatorsWrote();
            broker = anew;
            assertThat(run("topics", "apply", "--set", KafkaSettings.REPLICATION.key() + "=1"))
                    .isZero();
            assertThat(run("topics", "restore", saved, "--set", KafkaSettings.REPLICATION.key() + "=1"))
                    .isZero();
            assertThat(out.toString()).contains("created news.route.desk.v1");
            assertThat(operatorsWrote()).isEqualTo(before).hasSize(6).containsKey("news.takedown.v1 " + id);
            assertThat(run("taxonomy", "show")).isZero();
            assertThat(out.toString()).contains("themes/lithium.yaml");
            assertThat(run("routes", "add", "other", "region = UZ", "--set", KafkaSettings.REPLICATION.key() + "=1"))
                    .isZero();
            assertThat(run("topics", "restore", saved)).isEqualTo(2);
            assertThat(err.toString()).contains("topic news.route.v1: has other records than were saved");
        } finally {
            broker = lost;
        }
    }

    /** Bytes and time of the newest record of each key. */
    private static Map<String, String> operatorsWrote() throws StartException {
        var topics = kafka().topics();
        var newest = new TreeMap<String, String>();
        try (var consumer = Clients.consumer(kafka(), "test", null, "earliest")) {
            for (var topic : List.of(topics.source(), topics.takedown(), topics.taxonomy(), topics.route())) {
                PartitionReader.readToEnd(
                        consumer,
                        topic.name(),
                        record -> newest.put(
                                topic.name() + " " + record.key(),
                                record.timestamp() + " " + HexFormat.of().formatHex(record.value())));
            }
        }
        return newest;
    }

    private static KafkaConnection kafka() throws StartException {
        return KafkaConnection.from(new SettingsLoader(KafkaSettings.ALL)
                .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .load());
    }

    private static void publish() throws StartException {
        var kafka = kafka();
        var original = Articles.unique("first", "Dam", "The dam is full. Nobody was hurt, they say.");
        var id = ArticleId.of(CanonicalUrl.parse("https://news.example/copy").orElseThrow());
        var copy = DuplicateArticle.newBuilder()
                .setArticle(Articles.clean(id, "Dam", "The dam is full.").build())
                .setVersion(1)
                .setDuplicateOf("first")
                .setStoryId("first")
                .setSimilarity(0.5)
                .setContainment(1);
        try (var producer = Clients.producer(kafka, "test")) {
            producer.send(record(kafka.topics().unique(), "first", original.build()));
            producer.send(record(kafka.topics().duplicate(), id, copy.build()));
        }
    }

    private static <V> ProducerRecord<String, byte[]> record(Topic<V> topic, String key, V value) {
        return new ProducerRecord<>(
                topic.name(), key, topic.values().serializer().serialize(topic.name(), value));
    }

    @Test
    @Order(6)
    void shouldTakeAndGiveListsOfFeeds() throws IOException {
        var list = Files.writeString(folder.resolve("feeds.opml"), """
                <opml version="2.0"><head><title>Mine</title></head><body><outline text="Asia">
                <outline type="rss" text="One" xmlUrl="https://one.example/feed.xml"/>
                <outline type="rss" text="Three &amp; more" xmlUrl="https://three.example/feed.xml"/></outline></body></opml>
                """);
        assertThat(run("sources", "import", list.toString())).isZero();
        assertThat(out.toString()).isEqualTo("1 sources imported\n1 feeds of the list were sources already\n");

        assertThat(run("sources", "list")).isZero();
        assertThat(out.toString())
                .contains("three-example-feed-xml  feed  Three & more\n  https://three.example/feed.xml", "one  feed");

        assertThat(run("sources", "export")).isZero();
        assertThat(out.toString()).contains("xmlUrl=\"https://one.example/feed.xml\"", "title=\"Three &amp; more\"");

        var page = Files.writeString(folder.resolve("page.html"), "<html></html>");
        assertThat(run("sources", "import", page.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is no OPML list");
    }

    @Test
    @Order(7)
    void shouldSayWhatBecameOfAnAddress() throws Exception {
        var visit = FetchVisit.newBuilder()
                .setUrl("https://one.example/a?utm_source=rss")
                .setSourceId("one")
                .setFirstSeen(Instant.parse("2026-03-07T09:30:00Z"))
                .setLastAttempt(Instant.parse("2026-03-07T09:31:00Z"))
                .setHttpStatus(403)
                .setOutcome("client_error")
                .setConsecutiveFailures(2)
                .setListedAt("https://one.example/feed.xml")
                .build();
        try (var producer = Clients.producer(kafka(), "test")) {
            producer.send(record(kafka().topics().visit(), visit.getUrl(), visit));
        }

        assertThat(run("sources", "visits", "https://www.one.example/a?utm_medium=mail"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("not known to the fetchers");
        assertThat(run("sources", "visits", "https://one.example/a?utm_medium=mail"))
                .isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "https://one.example/a?utm_source=rss",
                        "  is             a page of one",
                        "  first seen     2026-03-07T09:30:00Z",
                        "  last asked     2026-03-07T09:31:00Z, client error, HTTP 403, failure 2 in a row",
                        "  asked next     not any more",
                        "  listed at      https://one.example/feed.xml");
    }

    @Test
    @Order(8)
    void shouldRefuseAListWithABrokenOutlineUnlessToldToBeLenient() throws Exception {
        var list = Files.writeString(folder.resolve("broken.opml"), """
                <opml version="2.0"><body>
                <outline type="rss" text="Four" xmlUrl="https://four.example/feed.xml"/>
                <outline type="rss" text="Nothing"/></body></opml>
                """);

        assertThat(run("sources", "import", list.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("broken.opml:3: is a feed without an xmlUrl");
        assertThat(run("sources", "import", "--lenient", list.toString())).isZero();
        assertThat(out.toString()).contains("1 sources imported");
    }

    private static Path sources() throws IOException {
        return Files.writeString(folder.resolve("sources.yaml"), """
                sources:
                  - {id: one, url: 'https://one.example/feed.xml'}
                  - {id: two, url: 'https://two.example/feed.xml'}
                """);
    }

    private int run(String... arguments) {
        return DatelineMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(with(arguments, "--set", KafkaSettings.BOOTSTRAP.key() + "=" + broker.bootstrap()));
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
