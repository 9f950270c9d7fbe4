package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.operate.Answer;
import dev.dateline.kafka.operate.Answer.Result;
import dev.dateline.kafka.operate.DeadLetter;
import dev.dateline.kafka.operate.DeadLetterDesk;
import dev.dateline.kafka.operate.DeadLetterLog;
import dev.dateline.kafka.operate.Order;
import dev.dateline.kafka.streams.DeadLetters;
import dev.dateline.kafka.streams.StageProcessor;
import dev.dateline.kafka.streams.StageTopology;
import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.streams.Subject;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.pipeline.Outcome;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RawArticle;
import dev.dateline.testkit.Articles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Dead letters on a real broker: answered once each, whoever asks, and never at the cost of something newer. */
@Execution(ExecutionMode.CONCURRENT)
class DeadLettersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private EmbeddedKafka broker;
    private Settings settings;
    private KafkaConnection kafka;
    /** The bug, and its fix. */
    private volatile boolean broken = true;

    @BeforeEach
    void start() throws StartException, InterruptedException {
        broker = EmbeddedKafka.temporary();
        settings = new SettingsLoader(StreamsSettings.with(List.of()))
                .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .set(KafkaSettings.REPLICATION.key(), "1")
                .set(KafkaSettings.MAX_PARTITIONS.key(), "1")
                .set(
                        StreamsSettings.STATE_DIRECTORY.key(),
                        folder.resolve("streams").toString())
                .load();
        kafka = KafkaConnection.from(settings);
        new TopicProvisioner(settings).apply(kafka.topics().catalogue());
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void shouldBringARecordThatFailedByABugOnceIntoTheOutputAfterTheFix() throws Exception {
        send(kafka.topics().raw(), "a", Articles.raw("a", "<p>text</p>").build());
        try (var stage = stage()) {
            stage.start();
            await().atMost(PATIENCE).until(() -> stage.health().state() == Health.State.UP);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(letters()).hasSize(1));
            assertThat(run("dead-letters", "list")).isZero();
            assertThat(out.toString()).contains("processing_failed", "a bug", "1  clean processing_failed");

            assertThat(run("dead-letters", "retry", "--stage", "clean")).isZero();
            assertThat(out.toString()).contains("would be done", "a dry run: add --yes");
            assertThat(run("dead-letters", "retry", "--stage", "clean", "--yes"))
                    .isZero();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(letters()).hasSize(2));
            assertThat(letters().get(0).attempts()).isEqualTo(2);

            broken = false;
            assertThat(run("dead-letters", "retry", letters().get(0).id(), "--yes", "--note", "mended"))
                    .isZero();
            assertThat(run("dead-letters", "retry", letters().get(0).id(), "--yes"))
                    .isEqualTo(1);
            assertThat(out.toString()).contains("answered before");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(read(kafka.topics().clean())).hasSize(1));
        }
        assertThat(read(kafka.topics().clean()).get(0).headers()).isEmpty();
        assertThat(read(kafka.topics().raw())).hasSize(3);
        await().until(() -> letters().stream().allMatch(letter -> letter.standing() == DeadLetter.Standing.RETRIED));
        assertThat(run("dead-letters", "history")).isZero();
        assertThat(out.toString()).containsSubsequence("RETRY", "RETRY", "mended");
    }

    @Test
    void shouldSendARecordOnceHoweverManyAskAtATime() throws Exception {
        letter("clean", kafka.topics().raw(), 0, "a", new byte[] {1});
        var pool = Executors.newFixedThreadPool(4);
        var asked = IntStream.range(0, 4)
                .mapToObj(each -> pool.submit(() -> new DeadLetterDesk(kafka).retry(List.of("0-0"), order())))
                .toList();

        var sent = new ArrayList<Answer>();
        for (var answers : asked) {
            try {
                sent.addAll(answers.get());
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(KafkaException.class).hasMessageContaining("another operator");
            }
        }
        pool.shutdown();
        if (sent.stream().noneMatch(Answer::isDone)) { // each may have fenced another one off
            sent.addAll(new DeadLetterDesk(kafka).retry(List.of("0-0"), order()));
        }

        assertThat(read(kafka.topics().raw())).hasSize(1);
        assertThat(sent.stream()
                        .filter(answer -> answer.result() == Result.SENT)
                        .count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void shouldNotPutAnOldVersionOverANewOne() throws Exception {
        var unique = kafka.topics().unique();
        send(unique, "a", Articles.unique("a", "Dam", "The dam is full.").build());
        letter("tag", unique, 0, "a", new byte[] {1});
        assertThat(new DeadLetterDesk(kafka).retry(List.of("0-0"), new Order("test", null, true)))
                .extracting(Answer::result)
                .containsExactly(Result.WOULD_BE_DONE);
        send(
                unique,
                "a",
                Articles.unique("a", "Dam", "The dam is empty.").setVersion(2).build());

        assertThat(new DeadLetterDesk(kafka).retry(List.of("0-0"), order()))
                .extracting(Answer::result)
                .containsExactly(Result.SUPERSEDED);
        assertThat(read(unique)).hasSize(2);

        assertThat(run("dead-letters", "discard", "0-0", "--note", "a newer one came", "--yes"))
                .isZero();
        // Readers see what was committed a moment later
        await().until(() -> letters().stream().allMatch(letter -> letter.standing() == DeadLetter.Standing.DISCARDED));
        assertThat(run("dead-letters", "list")).isZero();
        assertThat(out.toString()).contains("No dead letters.");
    }

    @Test
    void shouldShowWhatThereIsOfALetterHoweverLargeAndBroken() throws Exception {
        var bytes = new byte[10 << 20];
        letter("clean", kafka.topics().raw(), 0, "big", bytes);
        var file = folder.resolve("bytes");

        assertThat(run("dead-letters", "show", "0-0", "--bytes", file.toString()))
                .isZero();
        assertThat(out.toString()).contains("10485760 bytes", "cannot be decoded");
        assertThat(Files.size(file)).isEqualTo(bytes.length);
        assertThat(run("dead-letters", "show", "0-99")).isEqualTo(1);
        assertThat(run("dead-letters", "show", "nonsense")).isEqualTo(1);
        assertThat(err.toString()).contains("No dead letter 0-99", "No dead letter nonsense");
    }

    private StreamsService stage() {
        var topics = kafka.topics();
        var step = new StageProcessor.Definition<RawArticle, CleanArticle>(
                "clean", this::clean, Subject::of, (article, headers) -> {});
        var meters = new SimpleMeterRegistry();
        var topology = StageTopology.of(step, topics.raw(), topics.clean(), topics.disposition(), meters);
        return StreamsService.of("cleaner", "clean", topology, kafka, new Environment(settings, meters), List.of());
    }

    private Outcome<CleanArticle> clean(RawArticle article) {
        if (broken) {
            throw new IllegalStateException("a bug");
        }
        return Outcome.kept(
                Articles.clean(article.getArticleId(), "Dam", "text").build());
    }

    /** A dead letter of a record that was read at an offset of partition 0. */
    private void letter(String stage, Topic<?> topic, long offset, String key, byte[] value) throws Exception {
        var fault = new DeadLetters.Fault(stage, topic.name(), 0, offset, new IllegalStateException("a bug"));
        var headers = DeadLetters.headers(new RecordHeaders(), fault);
        try (var producer = Clients.producer(kafka, "test")) {
            producer.send(new ProducerRecord<>(kafka.topics().deadLetter().name(), 0, key, value, headers))
                    .get();
        }
    }

    private <V> void send(Topic<V> topic, String key, V value) throws Exception {
        try (var producer = Clients.producer(kafka, "test")) {
            producer.send(new ProducerRecord<>(
                            topic.name(), key, topic.values().serializer().serialize(topic.name(), value)))
                    .get();
        }
    }

    private List<DeadLetter> letters() {
        return new DeadLetterLog(kafka).newest(100);
    }

    private static Order order() {
        return new Order("test", null, false);
    }

    private List<ConsumerRecord<String, byte[]>> read(Topic<?> topic) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = Clients.consumer(kafka, "test", null, "earliest")) {
            var partition = List.of(new TopicPartition(topic.name(), 0));
            consumer.assign(partition);
            PartitionReader.readToEnd(consumer, partition, records::add);
        }
        return records;
    }

    private int run(String... arguments) {
        var all = Stream.of(arguments, new String[] {"--set", KafkaSettings.BOOTSTRAP.key() + "=" + broker.bootstrap()})
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        return DatelineMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
