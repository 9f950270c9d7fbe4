package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
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
    void shouldImportSources() throws IOException {
        assertThat(run("sources", "import", sources().toString())).isZero();
        assertThat(out.toString()).isEqualTo("2 sources imported\n");
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
