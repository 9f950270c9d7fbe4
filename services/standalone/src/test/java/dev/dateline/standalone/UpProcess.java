package dev.dateline.standalone;

import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.FreePorts;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.standalone.demo.DemoRun;
import dev.dateline.standalone.demo.DemoSettings;
import dev.dateline.standalone.newsroom.ExpectedArticle;
import dev.dateline.standalone.newsroom.NewsroomServer;
import dev.dateline.standalone.newsroom.Truth;
import dev.dateline.standalone.outage.ChildJvm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** {@code dateline up} on the sample newsroom as a process of its own, to be killed, starved and started again on the same folder. */
final class UpProcess implements AutoCloseable {
    /** Far more than it takes, for a build machine that does other things too. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final NewsroomServer newsroom;
    private final Path folder;
    private final int kafkaPort = FreePorts.find(1).get(0);
    private final int databasePort = FreePorts.find(1).get(0);
    private final ChildJvm program;

    /**
     * Makes it; {@link #start} runs it.
     *
     * @param folder of its sources and of what it prints
     * @param data of all its state
     */
    UpProcess(Path folder, Path data, NewsroomServer newsroom) throws IOException {
        this.newsroom = newsroom;
        this.folder = folder;
        var arguments = new ArrayList<>(List.of("up", "--sources", sources().toString(), "--data", data.toString()));
        DemoSettings.DEFAULTS.forEach(
                (setting, value) -> arguments.addAll(List.of("--set", setting.key() + "=" + value)));
        arguments.addAll(List.of("--set", "console.port=0"));
        arguments.addAll(List.of("--set", Standalone.KAFKA_PORT.key() + "=" + kafkaPort));
        arguments.addAll(List.of("--set", Standalone.DATABASE_PORT.key() + "=" + databasePort));
        program = new ChildJvm("up", folder, "1g", DatelineMain.class, arguments);
        writeSources();
    }

    Process start() throws IOException {
        program.start();
        return program.process();
    }

    /** What all its runs printed to the standard error, logs included. */
    Path errors() {
        return program.errors();
    }

    /** Waits until it may be stopped in any way without changing what the newsroom tells afterwards. */
    void awaitFirstToBeSafe() {
        var first = firstToBeSafe(newsroom.truth());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> rawArticles().containsAll(first));
    }

    /** Waits until all is told and stored; gives what the demo would say of it. */
    String reportAtTheEnd() throws Exception {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> !rawArticles().isEmpty());
        var report = new StringWriter();
        try (var run = new DemoRun(kafka(), newsroom, databaseUrl(), Instant.now())) {
            run.finish(PATIENCE, new PrintWriter(report));
        }
        return report.toString();
    }

    private KafkaConnection kafka() throws StartException {
        return KafkaConnection.from(new SettingsLoader(KafkaSettings.ALL)
                .set(KafkaSettings.BOOTSTRAP.key(), "127.0.0.1:" + kafkaPort)
                .load());
    }

    private String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres?user=postgres";
    }

    private Set<String> rawArticles() throws StartException {
        var ids = new HashSet<String>();
        try (var consumer = Clients.consumer(kafka(), "test", null, "earliest")) {
            var raw = kafka().topics().raw().name();
            var partitions = consumer.partitionsFor(raw, Duration.ofSeconds(2)).stream()
                    .map(info -> new TopicPartition(raw, info.partition()))
                    .toList();
            consumer.assign(partitions);
            PartitionReader.readToEnd(consumer, partitions, record -> ids.add(record.key()));
        }
        return ids;
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

    private Path sources() {
        return folder.resolve("sources.yaml");
    }

    private void writeSources() throws IOException {
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
        Files.writeString(sources(), yaml);
    }

    @Override
    public void close() throws InterruptedException {
        program.stop();
    }
}
