package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.console.ConsoleService;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.streams.DeadLetters;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.RawArticle;
import dev.dateline.sink.SinkConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on the sample newsroom; one run for all tests here, in the order of their numbers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneIT {
    @TempDir
    static Path folder;

    private static NewsroomRun run;
    private static Subscriber subscriber;

    @BeforeAll
    static void start() throws Exception {
        run = new NewsroomRun(folder.resolve("data"));
        subscriber = new Subscriber(folder, bootstrap(), console());
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @Test
    @Order(1)
    void shouldSayInKafkaAndInPostgresWhatTheTruthSays() throws Exception {
        assertThat(run.finish()).contains("All right");
    }

    @Test
    @Order(2)
    void shouldSendAPoisonedRecordToTheDeadLettersAndGoOn() {
        var poison = "<html>no record at all".getBytes(StandardCharsets.UTF_8);
        var raw = run.standalone.kafka().topics().raw();
        try (var producer = Clients.producer(run.standalone.kafka(), "test")) {
            producer.send(new ProducerRecord<>(raw.name(), "poison", poison));
            producer.send(new ProducerRecord<>(raw.name(), "nothing", null));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(letters()).hasSize(2));
        var letter = letters().stream()
                .filter(record -> record.key().equals("poison"))
                .findFirst()
                .orElseThrow();
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(header(letter.headers(), DeadLetters.REASON)).isEqualTo("bad_marker");
        assertThat(header(letter.headers(), DeadLetters.STAGE)).isEqualTo("clean");
        assertThat(dispositions())
                .filteredOn(trace -> trace.getOutcome() == DispositionOutcome.DEAD_LETTERED)
                .extracting(Disposition::getReason)
                .containsExactlyInAnyOrder("bad_marker", "null_value");
        await().untilAsserted(() -> assertThat(run.standalone.program().services())
                .allSatisfy(
                        service -> assertThat(service.health().state().name()).isEqualTo("UP")));
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> shouldDoWhatTheSubscribersPageSays() {
        return subscriber.commands().stream()
                .map(command -> dynamicTest(command, () -> {
                    var printed = subscriber.run(command);
                    assertThat(printed).isNotBlank();
                    if (command.startsWith("kcat")) {
                        assertThat(printed.lines().findFirst().orElseThrow())
                                .matches("[0-9a-f]{32} .*ce_type=created.*")
                                .contains("news-regions=", "news-themes=", "news-language=", "ce_id=")
                                .containsPattern("traceparent=00-[0-9a-f]{32}-[0-9a-f]{16}-01");
                    }
                }));
    }

    @Test
    @Order(4)
    void shouldDeliverToTheJavaExampleOfTheSubscribersPage() throws Exception {
        assertThat(subscriber.runJava()).isNotBlank();
    }

    @Test
    @Order(4)
    void shouldAnswerTheQueriesOfTheSubscribersPage() throws Exception {
        assertThat(subscriber.queries()).isNotEmpty();
        for (var query : subscriber.queries()) {
            assertThat(rows(query)).as(query).isNotEmpty();
        }
    }

    @Test
    @Order(5)
    void shouldShowAnArticleInTheConsoleDownToItsRow() throws Exception {
        var line = get("/api/articles?region=KZ&outcome=original&limit=1").at("/articles/0");

        var row = get("/api/articles/" + line.path("key").asText()).at("/rows/0");

        assertThat(row.path("table").asText()).isEqualTo("article");
        assertThat(row.at("/found/0/title").asText())
                .isNotBlank()
                .isEqualTo(line.path("title").asText());
    }

    @Test
    @Order(5)
    void shouldFindWhereAnArticleWentByItsAddressAndBySource() throws Exception {
        var url = get("/api/articles?outcome=original&limit=1")
                .at("/articles/0/url")
                .asText();

        var traces = get("/api/traces?of=" + URLEncoder.encode(url + "?utm_source=mail", StandardCharsets.UTF_8));
        assertThat(traces.path("traces").findValuesAsText("stage")).contains("clean", "dedup", "tag", "route");

        var source = get("/api/sources").at("/sources/0/id").asText();
        assertThat(get("/api/traces?of=" + source).path("traces").findValuesAsText("source_id"))
                .isNotEmpty()
                .containsOnly(source);
    }

    @Test
    @Order(6)
    void shouldPrintTheNewestArticlesOfARegion() {
        var printed = new StringWriter();

        var code = DatelineMain.commandLine()
                .setOut(new PrintWriter(printed, true))
                .execute(
                        "tail",
                        "--since=1h",
                        "--limit=3",
                        "--region=kyrgyzstan",
                        "--set=" + KafkaSettings.BOOTSTRAP.key() + "=" + bootstrap());

        assertThat(code).isZero();
        assertThat(printed.toString().lines().filter(line -> line.startsWith("  http")))
                .hasSize(3);
        assertThat(printed.toString().lines().filter(line -> line.contains("Kyrgyzstan;")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).doesNotContain("medtop:"));
    }

    @Test
    @Order(7)
    void shouldTakeAnArticleDownForGood() throws Exception {
        var url = get("/api/articles?region=KZ&outcome=original&limit=1")
                .at("/articles/0/url")
                .asText();
        var id = ArticleId.of(CanonicalUrl.parse(url).orElseThrow());
        assertThat(command("withdraw", url, "--reason=a court says so")).contains("1 would be withdrawn");
        assertThat(command("withdraw", url, "--reason=a court says so", "--yes"))
                .contains(id, "1 withdrawn");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(rows("SELECT status || withdrawn_reason || text FROM article WHERE article_id = '" + id + "'"))
                    .containsExactly("WITHDRAWNa court says so");
            assertThat(rows("SELECT DISTINCT text FROM article_version WHERE article_id = '" + id + "'"))
                    .containsExactly("");
            assertThat(newestOnRoutes(id)).isNotEmpty().containsOnlyNulls();
        });

        publishAgain(id);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(dispositions())
                        .filteredOn(trace -> trace.getArticleId().equals(id))
                        .extracting(Disposition::getReason)
                        .contains("taken_down"));
        assertThat(command("dead-letters", "history")).contains("WITHDRAW", id, "a court says so");

        assertThat(command("withdraw", url, "--undo", "--yes")).contains("1 let in again");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            publishAgain(id);
            assertThat(rows("SELECT status FROM article WHERE article_id = '" + id + "'"))
                    .containsExactly("LIVE");
        });
    }

    private static String command(String... arguments) {
        var printed = new StringWriter();
        var all = Stream.concat(
                        Stream.of(arguments), Stream.of("--set=" + KafkaSettings.BOOTSTRAP.key() + "=" + bootstrap()))
                .toArray(String[]::new);
        assertThat(DatelineMain.commandLine()
                        .setOut(new PrintWriter(printed, true))
                        .execute(all))
                .isZero();
        return printed.toString();
    }

    private static List<String> rows(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection =
                        DriverManager.getConnection(run.standalone.settings().get(SinkConfig.URL));
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** The last value on each topic of a region or theme that has the key. */
    private static List<byte[]> newestOnRoutes(String id) {
        var newest = new HashMap<String, byte[]>();
        try (var consumer = Clients.consumer(run.standalone.kafka(), "test", null, "earliest")) {
            var partitions = run.standalone.kafka().topics().catalogue().members().stream()
                    .map(topic -> new TopicPartition(topic.name(), 0))
                    .toList();
            consumer.assign(partitions);
            PartitionReader.readToEnd(consumer, partitions, record -> {
                if (id.equals(record.key())) {
                    newest.put(record.topic(), record.value());
                }
            });
        }
        return new ArrayList<>(newest.values());
    }

    /** As a fetcher does that finds the page still there. */
    private static void publishAgain(String id) {
        var raw = run.standalone.kafka().topics().raw();
        var page = read(raw).stream()
                .filter(record -> id.equals(record.key()))
                .map(record -> raw.values().deserializer().deserialize(raw.name(), record.value()))
                .filter(article -> article.getStatus() == ArticleStatus.LIVE)
                .findFirst()
                .orElseThrow();
        var again = RawArticle.newBuilder(page)
                .setFetchedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
        try (var producer = Clients.producer(run.standalone.kafka(), "test")) {
            producer.send(new ProducerRecord<>(
                    raw.name(), id, raw.values().serializer().serialize(raw.name(), again)));
        }
    }

    private static JsonNode get(String path) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(console() + path)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static String bootstrap() {
        return String.valueOf(run.standalone.kafka().properties().get("bootstrap.servers"));
    }

    private static String console() {
        return "http://127.0.0.1:"
                + run.standalone.service(ConsoleService.class).port();
    }

    private static List<ConsumerRecord<String, byte[]>> letters() {
        return read(run.standalone.kafka().topics().deadLetter());
    }

    private static List<Disposition> dispositions() {
        var topic = run.standalone.kafka().topics().disposition();
        return read(topic).stream()
                .map(record -> topic.values().deserializer().deserialize(record.topic(), record.value()))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> read(Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = Clients.consumer(run.standalone.kafka(), "test", null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic.name(), records::add);
        }
        return records;
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
