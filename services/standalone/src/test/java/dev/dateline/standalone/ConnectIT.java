package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.console.ConsoleConfig;
import dev.dateline.console.ConsoleMain;
import dev.dateline.console.ConsoleService;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.testkit.Articles;
import dev.dateline.testkit.PageCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Kafka Connect worker of docs/subscribing.md, as the page starts it, with a connector that needs nothing beside it. */
@Tag("slow")
class ConnectIT {
    private static final Path JARS = Path.of("target", "connect");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private EmbeddedKafka broker;

    @BeforeEach
    void start() {
        assumeThat(JARS)
                .as("SKIPPED: no Kafka Connect in %s; .ci/run says how Maven brings it", JARS)
                .isDirectory();
        broker = EmbeddedKafka.temporary();
    }

    @AfterEach
    void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void shouldReadByApicurioRegistry() throws Exception {
        try (var registry = new ApicurioRegistry(folder)) {
            sendAnArticle(settings(registry.address()));
            assertThat(writtenBy(registry.origin())).contains("articleId=b", "title=Title of b");
        }
    }

    @Test
    void shouldReadByTheConsoleWhereThereIsNoRegistry() throws Exception {
        var settings = settings("");
        sendAnArticle(settings);
        try (var console = (ConsoleService)
                ConsoleMain.DEFINITION.factory().create(new Environment(settings, new SimpleMeterRegistry()))) {
            console.start();
            assertThat(writtenBy("http://127.0.0.1:" + console.port())).contains("articleId=b", "title=Title of b");
        }
    }

    private Settings settings(String registry) throws Exception {
        return new SettingsLoader(ConsoleMain.DEFINITION.settings())
                .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .set(KafkaSettings.REPLICATION.key(), "1")
                .set(KafkaSettings.MAX_PARTITIONS.key(), "1")
                .set(KafkaSettings.SCHEMA_REGISTRY.key(), registry)
                .set(ConsoleConfig.PORT.key(), "0")
                .load();
    }

    /** Makes the topics, and puts an article on that of Kazakhstan. */
    private static void sendAnArticle(Settings settings) throws Exception {
        var kafka = KafkaConnection.from(settings);
        new TopicProvisioner(settings).apply(kafka.topics().catalogue());
        var topic = kafka.topics().catalogue().family("region").topicOf("kz").name();
        var value = kafka.topics()
                .enriched()
                .values()
                .serializer()
                .serialize(topic, Articles.enriched("b", 1).build());
        try (var producer = Clients.producer(kafka, "test")) {
            producer.send(new ProducerRecord<>(topic, "b", value)).get();
        }
    }

    /** Runs the page's worker until its file holds something. */
    private String writtenBy(String registry) throws IOException, InterruptedException {
        var log = folder.resolve("connect.log");
        var worker = new ProcessBuilder("/bin/sh", "-c", "exec " + commandOfThePage())
                .directory(Path.of("../..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        worker.environment()
                .putAll(Map.of(
                        "BROKERS", broker.bootstrap(),
                        "REGISTRY", registry,
                        "FILES", folder.toString(),
                        "JARS", JARS.toAbsolutePath().toString()));
        var process = worker.start();
        var articles = folder.resolve("articles.txt");
        try {
            await().atMost(PATIENCE)
                    .until(() -> !process.isAlive() || Files.exists(articles) && Files.size(articles) > 0);
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            return Files.readString(articles);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static String commandOfThePage() throws IOException {
        return PageCommands.of("../../docs/subscribing.md").in("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("java "))
                .findFirst()
                .orElseThrow();
    }
}
