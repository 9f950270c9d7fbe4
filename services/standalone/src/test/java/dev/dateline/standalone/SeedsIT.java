package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.fetcher.FetcherConfig;
import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.fetcher.sources.SourcesFile;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five documents that Dateline exists for, through {@code stage} and through the running program. */
class SeedsIT {
    private static final Path SEEDS = Path.of("../../../shared/data/seeds");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CENTRAL_ASIA = List.of("KZ", "KG", "TJ", "TM", "UZ", "143");

    @TempDir
    Path folder;

    @BeforeAll
    static void needsSeeds() {
        assumeThat(SEEDS)
                .as("SKIPPED: the evaluation data are not beside this checkout")
                .exists();
    }

    @Test
    void shouldGiveWhatTheGoldSaysThroughStage() throws Exception {
        var clean = folder.resolve("clean.jsonl");
        var tags = folder.resolve("tags.jsonl");
        var verdicts = folder.resolve("verdicts.jsonl");
        assertThat(dateline(
                        "stage",
                        "clean",
                        "--input",
                        SEEDS.resolve("input.jsonl").toString(),
                        "--output",
                        clean.toString()))
                .isZero();
        assertThat(dateline("stage", "tag", "--input", clean.toString(), "--output", tags.toString()))
                .isZero();
        assertThat(dateline("stage", "dedup", "--input", clean.toString(), "--output", verdicts.toString()))
                .isZero();

        var cleaned = byId(clean);
        var tagged = byId(tags);
        for (var gold : byId(SEEDS.resolve("gold.jsonl")).values()) {
            var id = gold.get("id").asText();
            checkContent(
                    gold,
                    cleaned.get(id).get("title").asText(),
                    cleaned.get(id).get("text").asText());
            checkProvenance(gold, cleaned.get(id).get("provenance"));
            checkTags(
                    gold,
                    about(tagged.get(id)),
                    strings(tagged.get(id).findValues("themes").get(0), "code"));
        }
        assertThat(byId(verdicts).values())
                .allSatisfy(
                        verdict -> assertThat(verdict.get("verdict").asText()).isEqualTo("ORIGINAL"));
    }

    @Test
    void shouldGiveWhatTheGoldSaysThroughTheProgram() throws Exception {
        var site = serve();
        var address = "http://127.0.0.1:" + site.getAddress().getPort();
        var sources = Files.writeString(
                folder.resolve("sources.yaml"), "sources:\n  - {id: seeds, url: '" + address + "/feed.xml'}\n");
        try (var standalone = Standalone.start(
                folder.resolve("data"),
                NewsroomRun.options("--set", "console.port=0", "--set", "fetcher.host-spacing=10ms"),
                Map.of(FetcherConfig.ALLOW_LOOPBACK, "true"))) {
            new SourcePublisher(standalone.kafka()).publish(SourcesFile.read(sources));
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> enriched(standalone).size() == 5);
            for (var gold : byId(SEEDS.resolve("gold.jsonl")).values()) {
                var article = enriched(standalone)
                        .get(address + "/a/" + gold.get("id").asText());
                checkContent(gold, article.getTitle(), article.getText());
                checkTags(
                        gold,
                        article.getRegions().stream()
                                .filter(tag -> tag.getRole() == RegionRole.ABOUT)
                                .map(RegionTag::getCode)
                                .toList(),
                        article.getThemes().stream().map(ThemeTag::getCode).toList());
            }
        } finally {
            site.stop(0);
        }
    }

    private static void checkContent(JsonNode gold, String title, String text) {
        var id = gold.get("id").asText();
        if (gold.has("title")) {
            assertThat(words(title)).as(id).isEqualTo(words(gold.get("title").asText()));
        }
        gold.get("with").forEach(passage -> assertThat(text).as(id).contains(passage.asText()));
        gold.get("without").forEach(passage -> assertThat(text).as(id).doesNotContain(passage.asText()));
    }

    private static void checkProvenance(JsonNode gold, JsonNode found) {
        gold.get("provenance")
                .fields()
                .forEachRemaining(claim -> assertThat(found.get(claim.getKey()).asText())
                        .as(gold.get("id").asText())
                        .isEqualTo(claim.getValue().asText()));
    }

    private static void checkTags(JsonNode gold, List<String> about, List<String> themes) {
        var id = gold.get("id").asText();
        assertThat(about).as(id).containsAll(CENTRAL_ASIA).containsAll(texts(gold.get("countries")));
        assertThat(about).as(id).doesNotContainAnyElementsOf(texts(gold.get("never_countries")));
        assertThat(themes).as(id).containsAll(texts(gold.get("themes")));
        assertThat(themes).as(id).doesNotContainAnyElementsOf(texts(gold.get("never_themes")));
    }

    private static int dateline(String... arguments) {
        return DatelineMain.commandLine().execute(arguments);
    }

    private static Map<String, JsonNode> byId(Path file) throws IOException {
        var rows = new HashMap<String, JsonNode>();
        for (var line : Files.readAllLines(file)) {
            var row = JSON.readTree(line);
            rows.put(row.get("id").asText(), row);
        }
        return rows;
    }

    private static List<String> about(JsonNode tagged) {
        return StreamSupport.stream(tagged.get("regions").spliterator(), false)
                .filter(tag -> tag.get("role").asText().equals("ABOUT"))
                .map(tag -> tag.get("code").asText())
                .toList();
    }

    private static List<String> strings(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.get(field).asText())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String words(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static Map<String, EnrichedArticle> enriched(Standalone standalone) {
        var topic = standalone.kafka().topics().enriched();
        List<EnrichedArticle> articles = new ArrayList<>();
        try (var consumer = Clients.consumer(standalone.kafka(), "test", null, "earliest")) {
            var partitions = PartitionReader.partitionsOf(consumer, topic.name());
            consumer.assign(partitions);
            PartitionReader.readToEnd(
                    consumer,
                    partitions,
                    record -> articles.add(topic.values().deserializer().deserialize(record.topic(), record.value())));
        }
        return articles.stream().collect(Collectors.toMap(EnrichedArticle::getUrl, article -> article, (a, b) -> b));
    }

    private static HttpServer serve() throws IOException {
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var address = "http://127.0.0.1:" + site.getAddress().getPort();
        var items = new StringBuilder();
        for (var row : byId(SEEDS.resolve("input.jsonl")).values()) {
            var path = "/a/" + row.get("id").asText();
            items.append("<item><link>").append(address).append(path).append("</link></item>");
            answer(
                    site,
                    path,
                    "text/html; charset=utf-8",
                    Files.readAllBytes(SEEDS.resolve(row.get("file").asText())));
        }
        var feed = "<rss version=\"2.0\"><channel><title>Seeds</title>" + items + "</channel></rss>";
        answer(site, "/feed.xml", "application/rss+xml", feed.getBytes(StandardCharsets.UTF_8));
        site.start();
        return site;
    }

    private static void answer(HttpServer site, String path, String type, byte[] body) {
        site.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
