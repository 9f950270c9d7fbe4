package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.runtime.ServiceRunner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster can lack: each is refused at the start with the command that mends it. In the order of their numbers, on one broker. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("slow")
class RefusedStartIT {
    private static final int NOT_FOUND = 404;

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
    void shouldRefuseABrokerWithoutTheTopics() {
        for (var service : List.of("console", "router", "tagger", "deduplicator", "cleaner", "fetcher")) {
            assertThat(run(service)).as(service).isEqualTo(ServiceRunner.CANNOT_START);
            assertThat(err.toString()).contains("does not exist", "Create the topics: dateline topics apply");
        }
        assertThat(run("sink")).isEqualTo(ServiceRunner.CANNOT_START);
        assertThat(err.toString()).contains("topic news.article.enriched.v1: does not exist");
    }

    @Test
    @Order(2)
    void shouldRefuseTooFewPartitions() {
        assertThat(run("topics", "apply", "--set", "kafka.replication=1", "--set", "kafka.max-partitions=2"))
                .isZero();

        assertThat(run("tagger")).isEqualTo(ServiceRunner.CANNOT_START);
        assertThat(err.toString())
                .contains("topic news.article.unique.v1: has 2 partitions, and the catalogue says 12")
                .contains("kafka-topics.sh --bootstrap-server " + broker.bootstrap()
                        + " --delete --topic news.article.unique.v1 && dateline topics apply")
                .contains("Make it anew, which takes its records away")
                .contains("kafka.max-partitions=2");

        assertThat(run("fetcher", "--set", "fetcher.user-agent=mybot/1.0 (+https://my.example/bot)"))
                .isEqualTo(ServiceRunner.CANNOT_START);
        assertThat(err.toString())
                .contains("topic news.source.v1: has 2 partitions, and the catalogue says 12")
                .contains(
                        "save them first: dateline topics save DIR. Then make it anew: kafka-topics.sh --bootstrap-server "
                                + broker.bootstrap()
                                + " --delete --topic news.source.v1 && dateline topics apply && dateline topics restore DIR");
    }

    @Test
    @Order(3)
    void shouldRefuseALogInMoreThanOnePartition() throws Exception {
        try (var admin = broker.admin()) {
            admin.createPartitions(Map.of("news.article.clean.v1", NewPartitions.increaseTo(2)))
                    .all()
                    .get();
        }

        assertThat(run("deduplicator", "--set", "kafka.max-partitions=2")).isEqualTo(ServiceRunner.CANNOT_START);
        assertThat(err.toString())
                .contains("topic news.article.clean.v1: has 2 partitions, and its order needs one")
                .contains("--delete --topic news.article.clean.v1 && dateline topics apply");
    }

    @Test
    @Order(4)
    void shouldRefuseARegistryThatIsOlder() throws Exception {
        var registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            var unknown = "{\"error_code\": 40403, \"message\": \"Schema not found\"}".getBytes();
            exchange.sendResponseHeaders(NOT_FOUND, unknown.length);
            exchange.getResponseBody().write(unknown);
            exchange.close();
        });
        registry.start();
        try {
            var address = "http://127.0.0.1:" + registry.getAddress().getPort();
            assertThat(run("tagger", "--set", "kafka.max-partitions=2", "--set", "kafka.schema-registry=" + address))
                    .isEqualTo(ServiceRunner.CANNOT_START);
        } finally {
            registry.stop(0);
        }
        assertThat(err.toString())
                .contains("kafka.schema-registry, subject news.taxonomy.v1-value: does not have the schema")
                .contains("Register it: dateline topics apply");
    }

    @Test
    @Order(5)
    void shouldRefuseARegistryThatDoesNotAnswer() {
        assertThat(run(
                        "tagger",
                        "--set",
                        "kafka.max-partitions=2",
                        "--set",
                        "kafka.schema-registry=http://127.0.0.1:1"))
                .isEqualTo(ServiceRunner.CANNOT_START);
        assertThat(err.toString())
                .contains("kafka.schema-registry: the schema registry at http://127.0.0.1:1 does not answer");
    }

    @Test
    @Order(6)
    void shouldRefuseTablesOfANewerVersion() throws Exception {
        try (var database = EmbeddedDatabase.temporary();
                var connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version text, description text,"
                            + " type text, script text, checksum int, installed_by text, installed_on timestamp, execution_time int, success bool)");
            statement.execute("INSERT INTO flyway_schema_history VALUES"
                    + " (1, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'me', now(), 1, true)");

            assertThat(run("sink", "--set", "kafka.max-partitions=2", "--set", "sink.database-url=" + database.url()))
                    .isEqualTo(ServiceRunner.CANNOT_START);
        }
        assertThat(err.toString())
                .contains("sink.database-url: the tables are of version 99")
                .contains("Run the program that made them, or a newer one.");
    }

    private int run(String... arguments) {
        err.getBuffer().setLength(0);
        var all = Stream.concat(Stream.of(arguments), Stream.of("--set", "kafka.bootstrap=" + broker.bootstrap()))
                .toArray(String[]::new);
        return DatelineMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
