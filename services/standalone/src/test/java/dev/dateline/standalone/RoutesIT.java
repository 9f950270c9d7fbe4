package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.console.route.RouteCondition;
import dev.dateline.console.search.Condition;
import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.operate.AuditLog;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.pipeline.route.RouteNames;
import dev.dateline.pipeline.route.RouteParser;
import dev.dateline.router.RouterMain;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.AuditEntry;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.OperatorAction;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import dev.dateline.sink.SinkConfig;
import dev.dateline.sink.SinkMain;
import dev.dateline.testkit.Articles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A route from the command line to its subscribers, on a real broker and a real database, while the router runs. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class RoutesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String TOPIC = "news.route.steppe-energy.v1";
    private static final Random RANDOM = new Random(20);

    /** What the database is asked must hold for the same articles as what the router asks. */
    private static final List<String> EXPRESSIONS = List.of(
            "region in (KZ)",
            "region in (KZ, UZ) and role in (ABOUT, MENTIONED) and score >= 0.5",
            "region not in (KZ)",
            "region = KZ and theme in (medtop:04000000) and score >= 0.5",
            "theme = medtop:04000000 and not (region = UZ or language = ru)",
            "theme != medtop:07000000",
            "language = zh",
            "language in (en, ru)",
            "not language = ru",
            "outlet = 'STEPPE NEWS'",
            "outlet != 'Steppe News'",
            "country = kz or source = feed-1",
            "title contains 'ГАЗ'",
            "text contains 'gas pipeline' and not title contains газ",
            "title contains '100%_'",
            "(region = KZ and score >= 0.75) or (theme = medtop:07000000 and score >= 0.75)");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final EmbeddedKafka broker = EmbeddedKafka.temporary();
    private final EmbeddedDatabase postgres = EmbeddedDatabase.temporary();
    private final List<Service> services = new ArrayList<>();
    private KafkaConnection kafka;

    @BeforeEach
    void start() throws StartException, InterruptedException {
        var settings = loader(RouterMain.DEFINITION).load();
        kafka = KafkaConnection.from(settings);
        new TopicProvisioner(settings).apply(kafka.topics().catalogue());
        services.add(RouterMain.DEFINITION
                .factory()
                .create(new Environment(
                        loader(RouterMain.DEFINITION)
                                .set(
                                        StreamsSettings.STATE_DIRECTORY.key(),
                                        folder.resolve("streams").toString())
                                .load(),
                        new SimpleMeterRegistry())));
        services.add(SinkMain.DEFINITION
                .factory()
                .create(new Environment(
                        loader(SinkMain.DEFINITION)
                                .set(SinkConfig.URL.key(), postgres.url())
                                .load(),
                        new SimpleMeterRegistry())));
        for (var service : services) {
            service.start();
        }
    }

    private SettingsLoader loader(ServiceDefinition definition) {
        return new SettingsLoader(definition.settings())
                .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .set(KafkaSettings.REPLICATION.key(), "1")
                .set(KafkaSettings.MAX_PARTITIONS.key(), "2");
    }

    @AfterEach
    void stop() {
        services.forEach(Service::close);
        broker.close();
        postgres.close();
    }

    @Test
    void shouldFillAndKeepARouteThatIsMadeChangedAndRemovedWhileTheRouterRuns() throws Exception {
        send(article("old", 1, "KZ", 0.9));
        send(article("elsewhere", 1, "UZ", 0.9));
        await().atMost(PATIENCE).until(() -> records("news.region.kz.v1").size() == 1);

        assertThat(run("routes", "add", "steppe-energy", "region = Kazakhstan and score >= 0.5"))
                .isZero();
        assertThat(out.toString()).contains("topic " + TOPIC + ", filled from 1 articles");
        await().atMost(PATIENCE).until(() -> held(TOPIC), Set.of("old")::equals);
        send(article("new", 1, "KZ", 0.9));
        send(article("unsure", 1, "KZ", 0.2));
        await().atMost(PATIENCE).until(() -> held(TOPIC), Set.of("old", "new")::equals);
        send(article("old", 2, "KZ", 0.1));
        await().atMost(PATIENCE).until(() -> held(TOPIC), Set.of("new")::equals);
        assertThat(newest(TOPIC).get("old").headers().lastHeader(EventHeaders.LEFT))
                .isNotNull();

        assertThat(run("routes", "add", "steppe-energy", "region = UZ")).isEqualTo(2);
        assertThat(err.toString()).contains("is there already", "--replace");
        assertThat(run("routes", "add", "steppe-energy", "region = UZ", "--replace"))
                .isZero();
        await().atMost(PATIENCE).until(() -> held(TOPIC), Set.of("elsewhere")::equals);
        assertThat(records("news.region.uz.v1")).as("others notice nothing").hasSize(1);

        assertThat(run("routes", "list")).isZero();
        assertThat(out.toString()).contains("region in ('UZ') and role in ('ABOUT')");
        assertThat(run("routes", "remove", "steppe-enrgy")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean steppe-energy?");
        assertThat(run("routes", "remove", "steppe-energy", "--note", "trial is over"))
                .isZero();
        send(article("later", 1, "UZ", 0.9));
        await().atMost(PATIENCE).until(() -> records("news.region.uz.v1").size() == 2);
        assertThat(held(TOPIC)).containsExactly("elsewhere");
        await().until(
                        () -> actions(),
                        List.of(OperatorAction.SET_ROUTE, OperatorAction.SET_ROUTE, OperatorAction.REMOVE_ROUTE)
                                ::equals);
    }

    @Test
    void shouldTellFromTheDatabaseWhatARouteWouldHaveMatched() throws Exception {
        var articles = IntStream.range(0, 120).mapToObj(RoutesIT::anyArticle).toList();
        for (var article : articles) {
            send(article);
        }
        await().atMost(PATIENCE).until(() -> stored(Condition.ALWAYS).size() == articles.size());

        for (var text : EXPRESSIONS) {
            var expression = RouteParser.parse(text, RouteNames.CODES);
            var condition = RouteCondition.of(expression);
            var matching = articles.stream()
                    .filter(expression::matches)
                    .map(EnrichedArticle::getArticleId)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(stored(condition)).as(text).isEqualTo(matching);
        }
        assertThat(run(
                        "routes",
                        "test",
                        "region = KZ",
                        "--since",
                        "30d",
                        "--set",
                        "sink.database-url=" + postgres.url()))
                .isZero();
        assertThat(out.toString()).containsPattern("\\d+ of 120 articles of the last 30d match: region in \\('KZ'\\)");
    }

    @Test
    void shouldNameThePlaceOfWhatIsWrong() {
        assertThat(run("routes", "test", "region = Kasachstan")).isEqualTo(2);
        assertThat(err.toString()).contains("character 10, before Kasachstan", "Did you mean Kazakhstan?");
        assertThat(run("routes", "add", "Steppe Energy", "region = KZ")).isEqualTo(2);
        assertThat(err.toString()).contains("has no name for a topic");
    }

    private Set<String> stored(Condition condition) throws Exception {
        try (var connection = DriverManager.getConnection(postgres.url());
                var statement =
                        connection.prepareStatement("SELECT a.article_id FROM article a WHERE " + condition.sql())) {
            Condition.bind(statement, condition.parameters());
            var ids = new TreeSet<String>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getString(1));
                }
            }
            return ids;
        }
    }

    private static EnrichedArticle article(String id, int version, String region, double score) {
        return Articles.enriched(id, version)
                .setRegions(List.of(new RegionTag(region, RegionRole.ABOUT, score, List.of())))
                .build();
    }

    private static EnrichedArticle anyArticle(int number) {
        return Articles.enriched("any-" + number, 1)
                .setEventTime(Instant.now().minus(number, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS))
                .setTitle(one("Новый газопровод", "Gas", "100%_ sure", "Дорога"))
                .setText(one("A Gas Pipeline was built.", "Nothing of it."))
                .setLanguage(one("en", "ru", "zh-Hant", "zh"))
                .setSourceId("feed-" + RANDOM.nextInt(3))
                .setPublisher(Publisher.newBuilder()
                        .setOutlet(one("Steppe News", "Other", null))
                        .setCountry(one("KZ", "DE", null))
                        .build())
                .setRegions(some(Stream.of("KZ", "UZ", "143")
                        .map(code -> new RegionTag(code, one(RegionRole.values()), score(), List.of()))))
                .setThemes(some(Stream.of("medtop:04000000", "medtop:07000000")
                        .map(code -> new ThemeTag(code, score(), List.of()))))
                .build();
    }

    @SafeVarargs
    private static <T> T one(T... choices) {
        return choices[RANDOM.nextInt(choices.length)];
    }

    private static <T> List<T> some(Stream<T> all) {
        return all.filter(each -> RANDOM.nextBoolean()).toList();
    }

    private static double score() {
        return one(0.25, 0.5, 0.75, 1.0);
    }

    private void send(EnrichedArticle article) throws Exception {
        var topic = kafka.topics().enriched();
        try (var producer = Clients.producer(kafka, "test")) {
            var record = new ProducerRecord<>(
                    topic.name(),
                    article.getArticleId(),
                    topic.values().serializer().serialize(topic.name(), article));
            EventHeaders.write(article, record.headers());
            producer.send(record).get();
        }
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = Clients.consumer(kafka, "test", null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic, records::add);
        }
        return records;
    }

    private Map<String, ConsumerRecord<String, byte[]>> newest(String topic) {
        var newest = new HashMap<String, ConsumerRecord<String, byte[]>>();
        records(topic).forEach(record -> newest.put(record.key(), record));
        return newest;
    }

    /** What a subscriber has who takes tombstones seriously. */
    private Set<String> held(String topic) {
        var held = new HashSet<String>();
        newest(topic).forEach((id, record) -> {
            if (record.value() != null) {
                held.add(id);
            }
        });
        return held;
    }

    private List<OperatorAction> actions() {
        return new AuditLog(kafka).entries().stream().map(AuditEntry::getAction).toList();
    }

    private int run(String... arguments) {
        var all = Stream.of(arguments, new String[] {
                    "--set", KafkaSettings.BOOTSTRAP.key() + "=" + broker.bootstrap(),
                    "--set", KafkaSettings.REPLICATION.key() + "=1"
                })
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        return DatelineMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
