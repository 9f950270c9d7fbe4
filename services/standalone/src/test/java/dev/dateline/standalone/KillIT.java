package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.standalone.demo.DemoRun;
import dev.dateline.standalone.demo.DemoSettings;
import dev.dateline.standalone.newsroom.ExpectedArticle;
import dev.dateline.standalone.newsroom.NewsroomServer;
import dev.dateline.standalone.newsroom.Truth;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program is killed without warning half way, and started again on the same folder. */
class KillIT {
    /** Far more than it takes, for a build machine that does other things too. */
    private static final Duration START = Duration.ofMinutes(4);

    private static final Duration FINISH = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    private final int kafkaPort = freePort();
    private final int databasePort = freePort();
    private Process program;

    @AfterEach
    void stop() throws InterruptedException {
        program.destroy();
        if (!program.waitFor(40, TimeUnit.SECONDS)) {
            program.destroyForcibly();
        }
    }

    @Test
    void shouldLoseNothingAndRepeatNothingWhenKilledHalfWay() throws Exception {
        try (var newsroom = GrownNewsroom.start()) {
            var sources = sourcesFile(newsroom);
            program = start(sources);
            var kafka = KafkaConnection.from(new SettingsLoader(KafkaSettings.ALL)
                    .set(KafkaSettings.BOOTSTRAP.key(), "127.0.0.1:" + kafkaPort)
                    .load());
            var firstToBeSafe = firstToBeSafe(newsroom.truth());
            await().atMost(START)
                    .ignoreExceptions()
                    .until(() -> rawArticles(kafka).containsAll(firstToBeSafe));
            program.destroyForcibly().waitFor();

            program = start(sources);
            var report = new StringWriter();
            await().atMost(START)
                    .ignoreExceptions()
                    .until(() -> !rawArticles(kafka).isEmpty());
            var databaseUrl = "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres?user=postgres";
            try (var run = new DemoRun(kafka, newsroom, databaseUrl, Instant.now())) {
                run.finish(FINISH, new PrintWriter(report));
            }
            assertThat(report.toString())
                    .as(Files.readString(folder.resolve("err.txt")).replace("%", "%%"))
                    .contains("All right");
        }
    }

    /**
     * The newsroom goes by what it was asked for: pages change or go, and copies appear, once an article was read. What was read
     * and not yet safe when the kill came would be told differently afterwards, by the newsroom and not by us; and so would a
     * copy of an article that is gone by then.
     */
    private static Set<String> firstToBeSafe(Truth truth) {
        var gone = truth.articles().stream()
                .filter(ExpectedArticle::withdrawn)
                .map(ExpectedArticle::url)
                .collect(Collectors.toSet());
        return truth.articles().stream()
                .flatMap(article -> Stream.concat(
                        article.versions() > 1
                                        || article.withdrawn()
                                        || article.copyOf()
                                                .filter(gone::contains)
                                                .isPresent()
                                ? Stream.of(article.url())
                                : Stream.empty(),
                        article.copyOf().stream()))
                .map(url -> ArticleId.of(CanonicalUrl.parse(url).orElseThrow()))
                .collect(Collectors.toSet());
    }

    private Process start(Path sources) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DatelineMain.class.getName(),
                "up",
                "--sources",
                sources.toString(),
                "--data",
                folder.resolve("data").toString()));
        DemoSettings.DEFAULTS.forEach(
                (setting, value) -> command.addAll(List.of("--set", setting.key() + "=" + value)));
        command.addAll(List.of("--set", "console.port=0"));
        command.addAll(List.of("--set", Standalone.KAFKA_PORT.key() + "=" + kafkaPort));
        command.addAll(List.of("--set", Standalone.DATABASE_PORT.key() + "=" + databasePort));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("out.txt").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("err.txt").toFile()))
                .start();
    }

    private static Set<String> rawArticles(KafkaConnection kafka) {
        var ids = new HashSet<String>();
        try (var consumer = Clients.consumer(kafka, "test", null, "earliest")) {
            var raw = kafka.topics().raw().name();
            var partitions = consumer.partitionsFor(raw, Duration.ofSeconds(2)).stream()
                    .map(info -> new TopicPartition(raw, info.partition()))
                    .toList();
            consumer.assign(partitions);
            PartitionReader.readToEnd(consumer, partitions, record -> ids.add(record.key()));
        }
        return ids;
    }

    private Path sourcesFile(NewsroomServer newsroom) throws IOException {
        var yaml = new StringBuilder("sources:\n");
        for (var source : newsroom.sources()) {
            yaml.append("  - id: ").append(source.getId()).append('\n');
            yaml.append("    kind: ")
                    .append(source.getKind().name().toLowerCase(Locale.ROOT))
                    .append('\n');
            yaml.append("    name: ").append(source.getName()).append('\n');
            yaml.append("    url: ").append(source.getUrl()).append('\n');
            yaml.append("    outlet: ")
                    .append(source.getPublisher().getOutlet())
                    .append('\n');
            yaml.append("    country: ")
                    .append(source.getPublisher().getCountry())
                    .append('\n');
            yaml.append("    min-interval: ")
                    .append(source.getMinIntervalSeconds())
                    .append("s\n");
            yaml.append("    max-interval: ")
                    .append(source.getMaxIntervalSeconds())
                    .append("s\n");
        }
        return Files.writeString(folder.resolve("sources.yaml"), yaml);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
