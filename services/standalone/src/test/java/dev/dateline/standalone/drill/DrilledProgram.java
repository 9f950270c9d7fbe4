package dev.dateline.standalone.drill;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.console.ConsoleService;
import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.embedded.FreePorts;
import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.kafka.client.Clients;
import dev.dateline.runtime.AdminServer;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.SourceRhythm;
import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceStatus;
import dev.dateline.standalone.Standalone;
import dev.dateline.standalone.demo.DemoSettings;
import dev.dateline.tagger.TaggerMain;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine;

/** The whole program with sites of its own and a Prometheus, as a drill meets it. */
final class DrilledProgram implements AutoCloseable {
    private static final String TOKEN = "0123456789abcdef-drill";
    private static final List<String> NAMES = List.of("steady", "quiet", "down", "walled", "flooding");
    /** Before the extraction of a source has a habit. */
    private static final int PAGES_OF_A_HABIT = 45;

    private final Path folder;
    private final DrillSite site = new DrillSite();
    private final Standalone standalone;
    private final RealPrometheus prometheus;
    private final ScheduledExecutorService newsroom = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int databasePort;
    private EmbeddedDatabase otherDatabase;
    private Service otherTagger;

    DrilledProgram(Path folder, Path alerts) throws Exception {
        this.folder = folder;
        this.databasePort = FreePorts.find(1).get(0);
        var adminPort = FreePorts.find(1).get(0);
        var options = new SettingsOptions();
        CommandLine.populateCommand(
                options,
                "--set",
                "console.port=0",
                "--set",
                "console.tokens=drill:" + TOKEN,
                "--set",
                "admin.port=" + adminPort,
                "--set",
                "standalone.database-port=" + databasePort);
        // Habits are learnt over days: they are written down before the fetcher reads what it knows
        try (var before = Standalone.start(folder, options, DemoSettings.DEFAULTS)) {
            writeHabits(before);
        }
        standalone = Standalone.start(folder, options, DemoSettings.DEFAULTS);
        new SourcePublisher(standalone.kafka())
                .publish(NAMES.stream().map(site::source).toList());
        prometheus = new RealPrometheus(folder, adminPort, alerts);
        newsroom.scheduleAtFixedRate(() -> site.outlet("steady").items++, 0, 1, TimeUnit.SECONDS);
    }

    DrillSite.Outlet outlet(String name) {
        return site.outlet(name);
    }

    /** Sends bytes that are no record to the raw topic. */
    void poison() {
        var raw = standalone.kafka().topics().raw().name();
        try (var producer = Clients.producer(standalone.kafka(), "drill")) {
            producer.send(new ProducerRecord<>(raw, "poison", "no record".getBytes(StandardCharsets.UTF_8)));
        }
    }

    void startAnotherTagger() throws StartException {
        otherTagger = TaggerMain.DEFINITION
                .factory()
                .create(new Environment(standalone.settings(), new SimpleMeterRegistry()));
        otherTagger.start();
    }

    void startDatabaseAgain() throws StartException {
        otherDatabase = EmbeddedDatabase.in(folder.resolve("postgres"), databasePort);
        otherDatabase.start();
    }

    RealPrometheus prometheus() {
        return prometheus;
    }

    /** Lets news flow until every source has its habit and Prometheus knows of all. */
    void warmUp() throws Exception {
        site.outlet("walled").items = PAGES_OF_A_HABIT;
        site.outlet("down").items = 3;
        await().atMost(Duration.ofMinutes(3))
                .until(() -> articles("source=walled&outcome=original").size() >= PAGES_OF_A_HABIT
                        && articles("source=steady&outcome=original").size() > 20
                        && prometheus.firing().contains("Watchdog"));
        TimeUnit.SECONDS.sleep(30);
    }

    private static void writeHabits(Standalone before) throws Exception {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var topic = before.kafka().topics().sourceStatus();
        try (var producer = Clients.producer(before.kafka(), "drill")) {
            for (var name : List.of("quiet", "flooding")) {
                var last = name.equals("quiet") ? now.minus(Duration.ofMinutes(29)) : now.minusSeconds(60);
                var status = SourceStatus.newBuilder()
                        .setSourceId(name)
                        .setName(name)
                        .setUrl("http://" + name + ".localhost/feed.xml")
                        .setState(SourceState.OK)
                        .setLastAttempt(now)
                        .setLastSuccess(now)
                        .setNextAttempt(now)
                        .setArticles(100)
                        .setRhythm(SourceRhythm.newBuilder()
                                .setLastArticle(last)
                                .setLongestGap(600)
                                .setArticles(100)
                                .setHour(now.truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS))
                                .setBusiestHour(3)
                                .build())
                        .build();
                producer.send(new ProducerRecord<>(
                                topic.name(), name, topic.values().serializer().serialize(topic.name(), status)))
                        .get();
            }
        }
    }

    Service service(String name) {
        return standalone.program().services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    JsonNode row(String source) throws Exception {
        for (var row : get("/api/sources").path("sources")) {
            if (row.path("id").asText().equals(source)) {
                return row;
            }
        }
        return new ObjectMapper().createObjectNode();
    }

    List<JsonNode> articles(String query) throws Exception {
        return items(get("/api/articles?limit=500&" + query).path("articles"));
    }

    List<JsonNode> letters() throws Exception {
        return items(get("/api/dead-letters").path("letters"));
    }

    private static List<JsonNode> items(JsonNode array) {
        var items = new ArrayList<JsonNode>();
        array.forEach(items::add);
        return items;
    }

    boolean hasMetric(String line) throws Exception {
        var port = standalone.settings().get(AdminServer.PORT);
        return text("http://127.0.0.1:" + port + "/metrics").contains(line);
    }

    JsonNode get(String path) throws Exception {
        return new ObjectMapper().readTree(text(console() + path));
    }

    private String text(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    void act(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(console() + "/api/actions/" + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.body());
        }
    }

    private String console() {
        return "http://127.0.0.1:" + standalone.service(ConsoleService.class).port();
    }

    @Override
    public void close() {
        newsroom.shutdownNow();
        prometheus.close();
        if (otherTagger != null) {
            otherTagger.close();
        }
        standalone.close();
        if (otherDatabase != null) {
            otherDatabase.close();
        }
        site.close();
    }
}
