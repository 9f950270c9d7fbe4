package dev.dateline.standalone.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.client.Clients;
import dev.dateline.schema.RawArticle;
import dev.dateline.standalone.ClusterUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives on their way to the raw topic of a real broker. */
@Tag("slow")
class ImportIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static EmbeddedKafka broker;

    @TempDir
    Path folder;

    private final ClusterUser user = user();

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedKafka.temporary();
        assertThat(user().applyTopics()).isZero();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void shouldSendEachPageOnceAsOfItsCapture() throws IOException {
        var file = folder.resolve("news.warc.gz");
        try (var warc = new WarcFile(file)) {
            warc.request("https://news.example/a")
                    .page("https://news.example/a?utm_source=x", "<p>one</p>")
                    .zipped("https://news.example/b", "<p>two</p>")
                    .answer("https://news.example/gone", 404, "text/html", bytes("gone"), http -> http, warc1 -> warc1)
                    .answer("https://news.example/i.png", 200, "image/png", bytes("png"), http -> http, warc1 -> warc1)
                    .answer(
                            "https://news.example/half",
                            200,
                            "text/html",
                            bytes("half"),
                            http -> http,
                            warc1 -> warc1.addHeader("WARC-Truncated", "length"))
                    .answer(
                            "https://news.example/odd",
                            200,
                            "text/html",
                            bytes("no gzip"),
                            http -> http.addHeader("Content-Encoding", "gzip"),
                            warc1 -> warc1)
                    .answer(
                            "https://news.example/private",
                            200,
                            "text/html",
                            bytes("<p>three</p>"),
                            http -> http.addHeader("X-Robots-Tag", "noai"),
                            warc1 -> warc1);
        }
        assertThat(imports(file, "--source", "herald-archive", "--outlet", "Herald"))
                .isZero();
        assertThat(imports(file, "--source", "herald-archive")).as("again").isZero();

        var articles = articles("herald-archive");
        assertThat(articles)
                .extracting(RawArticle::getCanonicalUrl)
                .containsExactlyInAnyOrder(
                        "https://news.example/a", "https://news.example/b", "https://news.example/private");
        assertThat(articles).allSatisfy(article -> {
            assertThat(article.getFetchedAt()).isEqualTo(WarcFile.CAPTURED);
            assertThat(article.getPublisher().getOutlet()).isEqualTo("Herald");
        });
        assertThat(articles)
                .extracting(article ->
                        StandardCharsets.UTF_8.decode(article.getBody()).toString())
                .containsExactlyInAnyOrder("<p>one</p>", "<p>two</p>", "<p>three</p>");
        assertThat(articles)
                .flatExtracting(article -> article.getFetch().getPolicies())
                .containsExactly("X-Robots-Tag: noai");
        assertThat(user.out.toString())
                .contains(
                        "news.warc.gz: 3 pages sent; passed over: no answer 2, other status 1, not html 1, truncated 1, "
                                + "unreadable 1")
                .contains("news.warc.gz: 0 pages sent");
    }

    @Test
    void shouldSendWhatStandsBeforeADamageAndGoOnWhereItWasOnceMended() throws IOException {
        var file = folder.resolve("damaged.warc.gz");
        try (var warc = new WarcFile(file)) {
            IntStream.range(0, 4).forEach(number -> warc.page("https://news.example/d" + number, page(number)));
        }
        var whole = Files.readAllBytes(file);
        var spoilt = whole.clone();
        Arrays.fill(spoilt, spoilt.length - 40, spoilt.length, (byte) 7);
        Files.write(file, spoilt);
        assertThat(imports(file, "--source", "damaged")).isEqualTo(1);
        assertThat(user.err.toString()).contains("damaged.warc.gz is damaged");
        assertThat(articles("damaged")).hasSize(3);

        Files.write(file, whole);
        assertThat(imports(file, "--source", "damaged")).isZero();
        assertThat(articles("damaged")).hasSize(4);
    }

    @Test
    void shouldStandBehindLiveNews() throws Exception {
        var file = folder.resolve("long.warc");
        try (var warc = new WarcFile(file)) {
            IntStream.range(0, 120).forEach(number -> warc.page("https://news.example/l" + number, "<p>page</p>"));
        }
        cleanerReads();
        var run = CompletableFuture.supplyAsync(() -> imports(file, "--source", "long", "--most-waiting", "10"));
        await().atMost(PATIENCE).until(() -> articles("long").size() >= 50);
        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> articles("long").size() == 50);
        assertThat(run).isNotDone();

        await().atMost(PATIENCE).until(() -> {
            cleanerReads();
            return run.isDone();
        });
        assertThat(run).isCompletedWithValue(0);
        assertThat(articles("long")).hasSize(120);
    }

    @Test
    void shouldSayWhatItWouldSend() throws IOException {
        var file = folder.resolve("dry.warc");
        try (var warc = new WarcFile(file)) {
            warc.page("https://news.example/dry", "<p>page</p>");
        }
        assertThat(imports(file, "--source", "dry", "--dry-run")).isZero();
        assertThat(user.out.toString()).contains("dry.warc: 1 pages would be sent");
        assertThat(articles("dry")).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsNoArchive() throws IOException {
        var text = Files.writeString(folder.resolve("notes.txt"), "no archive");
        assertThat(imports(text, "--source", "text")).isEqualTo(1);
        assertThat(user.err.toString()).contains("notes.txt is damaged");
        assertThat(imports(folder.resolve("missing.warc"))).isEqualTo(2);
        assertThat(user.err.toString()).contains("missing.warc", "cannot be read");
    }

    private int imports(Path file, String... arguments) {
        var all = Stream.concat(Stream.of("import", file.toString()), Arrays.stream(arguments))
                .toArray(String[]::new);
        return user.run(all);
    }

    private List<RawArticle> articles(String source) {
        var raw = user.kafka().topics().raw();
        return user.records(raw.name()).stream()
                .map(record -> raw.values().deserializer().deserialize(raw.name(), record.value()))
                .filter(article -> article.getSourceId().equals(source))
                .toList();
    }

    /** Takes for cleaned what lies there. */
    private void cleanerReads() {
        var raw = user.kafka().topics().raw().name();
        try (var consumer = Clients.consumer(user.kafka(), "cleaner", "dateline-clean", "earliest")) {
            var partition = new TopicPartition(raw, 0);
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(
                    partition,
                    new OffsetAndMetadata(
                            consumer.endOffsets(List.of(partition)).get(partition))));
        }
    }

    /** A page that no compression makes small. */
    private static String page(int seed) {
        var bytes = new byte[40_000];
        new Random(seed).nextBytes(bytes);
        return "<p>" + HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ClusterUser user() {
        try {
            return new ClusterUser(broker.bootstrap(), 1);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
