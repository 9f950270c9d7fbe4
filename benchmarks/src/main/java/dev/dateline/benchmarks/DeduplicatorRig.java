package dev.dateline.benchmarks;

import dev.dateline.deduplicator.DeduplicatorMain;
import dev.dateline.deduplicator.DeduplicatorMetrics;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.pipeline.dedup.Deduplicator;
import dev.dateline.pipeline.dedup.DeduplicatorConfig;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A broker, the deduplicator as it ships, and a log for it whose articles come at even distances. */
final class DeduplicatorRig implements AutoCloseable {
    private static final String CHANGELOG = StreamsSettings.APPLICATION_PREFIX + "dedup-articles-changelog";
    private static final String INDEX_CHANGELOG = StreamsSettings.APPLICATION_PREFIX + "dedup-index-changelog";
    /** Milliseconds; it writes every tenth of a second. */
    private static final long WRITING_PAUSE = 2_000;
    /** Less than the day after which a broker forgets a producer by the timestamps of its records. */
    private static final Duration SPAN = Duration.ofHours(20);
    /** Of transactions, which a store counts among what it has not read. */
    private static final int MARKERS = 50;

    private final EmbeddedKafka broker = EmbeddedKafka.temporary();
    private final Path state = Files.createTempDirectory("deduplicator-loop");
    private final ArticleLog log = new ArticleLog();
    private final Instant begin = Instant.now().minus(SPAN);
    private final long articles;
    private SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private long made;

    /**
     * Starts the broker.
     *
     * @param articles most that will be made
     */
    DeduplicatorRig(long articles) throws Exception {
        this.articles = articles;
        var settings = settings(DeduplicatorConfig.DEFAULT_HORIZON, state);
        new TopicProvisioner(settings)
                .apply(KafkaConnection.from(settings).topics().catalogue());
    }

    /** Counts the articles that were made so far. */
    long made() {
        return made;
    }

    /** Starts the deduplicator, with a horizon in which so many articles lie, and waits until it works. */
    Service start(long held) throws Exception {
        return start(held, state);
    }

    /** Starts another one beside it, and waits until it is warm: until its stores are as far as those of the one that works. */
    Service startBeside(long held) throws Exception {
        var service = (StreamsService) start(held, Files.createTempDirectory("deduplicator-beside"));
        while (service.behind().orElse(Long.MAX_VALUE) > MARKERS) {
            Thread.sleep(100);
        }
        return service;
    }

    /** Waits until the deduplicator, which has judged all there is, has kept an index that it made anew: until it writes no more of it. */
    void awaitIndex() throws Exception {
        var index = new TopicPartition(INDEX_CHANGELOG, 0);
        try (var consumer = Clients.consumer(connection(), "observer", null, "earliest")) {
            var before = Map.<TopicPartition, Long>of();
            for (var end = consumer.endOffsets(List.of(index));
                    !end.equals(before);
                    end = consumer.endOffsets(List.of(index))) {
                before = end;
                Thread.sleep(WRITING_PAUSE);
            }
        }
    }

    private Service start(long held, Path folder) throws Exception {
        meters = new SimpleMeterRegistry();
        var settings = settings(SPAN.multipliedBy(held).dividedBy(articles), folder);
        var service = DeduplicatorMain.DEFINITION.factory().create(new Environment(settings, meters));
        service.start();
        while (service.health().state() != Health.State.UP) {
            Thread.sleep(5);
        }
        return service;
    }

    /**
     * Makes the deduplicator, which is not running, remember articles as originals: writes the states that it would have made to its
     * changelog, from which it takes them when it starts. It finds no index of them: its horizon is longer than the one before.
     */
    void remember(long count) throws Exception {
        var sources = IntStream.range(0, ArticleLog.SOURCES)
                .mapToObj(ArticleLog::source)
                .collect(Collectors.toSet());
        var noneCompared = new DeduplicatorConfig(
                DeduplicatorConfig.DEFAULT_HORIZON,
                DeduplicatorConfig.DEFAULT_RETENTION,
                DeduplicatorConfig.DEFAULT_VERSION_RETENTION,
                sources,
                Set.of());
        write(count, producer -> {
            var serializer = connection().topics().articleStates().serializer();
            var deduplicator = new Deduplicator(new StatesWriter(producer, CHANGELOG, serializer), noneCompared);
            return at -> deduplicator.judge(log.next(at), at, made - articles);
        });
    }

    /** Appends articles to the log that the deduplicator reads. */
    void append(long count) throws Exception {
        write(count, producer -> {
            var clean = connection().topics().clean();
            return at -> {
                var article = log.next(at);
                var bytes = clean.values().serializer().serialize(clean.name(), article);
                producer.send(new ProducerRecord<>(clean.name(), 0, at.toEpochMilli(), article.getArticleId(), bytes));
            };
        });
    }

    /** Counts the records that were judged since the last start. */
    long judged() {
        return sum(PipelineMetrics.STAGE_ARTICLES.name());
    }

    /** Counts the candidates that were looked at since the last start. */
    long candidates(String step) {
        return sum(DeduplicatorMetrics.CANDIDATES.name(), "step", step);
    }

    /** Bytes of the local store. */
    long stored() throws IOException {
        try (var files = Files.walk(state)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Override
    public void close() {
        broker.close();
    }

    private interface Writing {
        Consumer<Instant> with(Producer<String, byte[]> producer) throws Exception;
    }

    private void write(long count, Writing writing) throws Exception {
        try (var producer = Clients.producer(connection(), "writer")) {
            var next = writing.with(producer);
            for (long i = 0; i < count; i++) {
                next.accept(begin.plus(SPAN.multipliedBy(made).dividedBy(articles)));
                made++;
            }
        }
    }

    private long sum(String counter, String... tags) {
        return (long) meters.find(counter).tags(tags).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private KafkaConnection connection() throws Exception {
        return KafkaConnection.from(settings(DeduplicatorConfig.DEFAULT_HORIZON, state));
    }

    private Settings settings(Duration horizon, Path folder) throws Exception {
        return new SettingsLoader(DeduplicatorMain.DEFINITION.settings())
                .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .set(KafkaSettings.REPLICATION.key(), "1")
                .set(KafkaSettings.MAX_PARTITIONS.key(), "1")
                .set(StreamsSettings.STATE_DIRECTORY.key(), folder.toString())
                .set("deduplicator.horizon", horizon.toMillis() + "ms")
                .load();
    }
}
