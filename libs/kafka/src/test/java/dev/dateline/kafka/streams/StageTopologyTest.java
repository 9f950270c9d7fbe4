package dev.dateline.kafka.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.pipeline.DropReason;
import dev.dateline.pipeline.Outcome;
import dev.dateline.pipeline.Stage;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.RawArticle;
import dev.dateline.testkit.Articles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTopologyTest {
    private static final Instant INGESTED = Instant.parse("2026-03-01T12:00:05Z");

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Topics topics;
    private TopologyTestDriver driver;

    @BeforeEach
    void start() throws Exception {
        var settings = new SettingsLoader(StreamsSettings.with(List.of()))
                .set(StreamsSettings.STATE_DIRECTORY.key(), folder.toString())
                .load();
        var kafka = KafkaConnection.from(settings);
        topics = kafka.topics();
        var step = new StageProcessor.Definition<RawArticle, CleanArticle>(
                "clean", stage(), Subject::of, (article, headers) -> EventHeaders.set(headers, "added", "yes"));
        var topology = StageTopology.of(step, topics.raw(), topics.clean(), topics.disposition(), meters);
        driver = new TopologyTestDriver(topology, StreamsSettings.properties(settings, kafka, meters, "clean"));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    /** Keeps pages with text, drops empty ones, and has a bug for one. */
    private static Stage<RawArticle, CleanArticle> stage() {
        return raw -> {
            var html = StandardCharsets.UTF_8.decode(raw.getBody().duplicate()).toString();
            if (html.equals("bug")) {
                throw new IllegalStateException("a bug");
            }
            if (html.equals("abyss")) {
                throw new StackOverflowError();
            }
            if (html.equals("bloated")) {
                return Outcome.kept(Articles.clean(raw.getArticleId(), "x".repeat(3 << 20), html)
                        .build());
            }
            return html.isEmpty()
                    ? Outcome.dropped(DropReason.EMPTY, "0 bytes")
                    : Outcome.kept(
                            Articles.clean(raw.getArticleId(), "Title", html).build());
        };
    }

    @Test
    void shouldForwardWhatIsKeptWithItsTimeAndHeaders() {
        pipe("a", Articles.raw("a", "text").build());
        var kept = output(topics.clean()).readRecord();
        assertThat(kept.key()).isEqualTo("a");
        assertThat(kept.value().getText()).isEqualTo("text");
        assertThat(kept.getRecordTime()).isEqualTo(INGESTED);
        assertThat(text(kept.headers(), "added")).isEqualTo("yes");
    }

    @Test
    void shouldLeaveOneTraceForEachRecord() {
        pipe("a", Articles.raw("a", "text").build());
        pipe("b", Articles.raw("b", "").build());
        pipe("c", Articles.raw("c", "bug").build());
        assertThat(output(topics.disposition()).readValuesToList())
                .extracting(Disposition::getArticleId, Disposition::getOutcome, Disposition::getReason)
                .containsExactly(
                        tuple("a", DispositionOutcome.KEPT, null),
                        tuple("b", DispositionOutcome.DROPPED, "empty"),
                        tuple("c", DispositionOutcome.DEAD_LETTERED, "processing_failed"));
    }

    /** The error as it is would end the thread, and the next one, at the same record. */
    @Test
    void shouldSendWhatOverflowsTheStackToTheDeadLettersAndGoOn() {
        pipe("d", Articles.raw("d", "abyss").build());
        pipe("a", Articles.raw("a", "text").build());
        assertThat(text(output(topics.deadLetter()).readRecord().headers(), DeadLetters.STACK_TRACE))
                .contains("the stack overflowed");
        assertThat(output(topics.clean()).readValue().getArticleId()).isEqualTo("a");
    }

    @Test
    void shouldSendASurpriseToTheDeadLettersAndGoOn() {
        pipe("c", Articles.raw("c", "bug").build());
        pipe("a", Articles.raw("a", "text").build());
        var letter = output(topics.deadLetter()).readRecord();
        assertThat(letter.key()).isEqualTo("c");
        assertThat(topics.raw()
                        .values()
                        .deserializer()
                        .deserialize("", letter.value())
                        .getArticleId())
                .isEqualTo("c");
        assertThat(text(letter.headers(), DeadLetters.REASON)).isEqualTo("processing_failed");
        assertThat(text(letter.headers(), DeadLetters.STAGE)).isEqualTo("clean");
        assertThat(text(letter.headers(), DeadLetters.ATTEMPTS)).isEqualTo("1");
        assertThat(text(letter.headers(), DeadLetters.STACK_TRACE)).contains("a bug");
        assertThat(output(topics.clean()).readValue().getArticleId()).isEqualTo("a");
    }

    @Test
    void shouldFindOutThatAResultIsTooLargeBeforeAProducerDoes() {
        pipe("c", Articles.raw("c", "bloated").build());
        pipe("a", Articles.raw("a", "text").build());
        assertThat(text(output(topics.deadLetter()).readRecord().headers(), DeadLetters.REASON))
                .isEqualTo("too_large");
        assertThat(output(topics.clean()).readValue().getArticleId()).isEqualTo("a");
    }

    @Test
    void shouldTakeTheHeadersOfADeadLetterOff() {
        var record = new TestRecord<>("a", Articles.raw("a", "text").build(), INGESTED);
        record.headers().add(DeadLetters.ATTEMPTS, "no number".getBytes(StandardCharsets.UTF_8));
        record.headers().add("traceparent", "00-1".getBytes(StandardCharsets.UTF_8));
        driver.createInputTopic(
                        topics.raw().name(),
                        new StringSerializer(),
                        topics.raw().values().serializer())
                .pipeInput(record);
        var headers = output(topics.clean()).readRecord().headers();
        assertThat(headers.lastHeader(DeadLetters.ATTEMPTS)).isNull();
        assertThat(headers.lastHeader("traceparent")).isNotNull();
    }

    /** The test driver sends no dead letters of its own source; the letter itself is held by a test with a broker. */
    @Test
    void shouldGoOnAfterAnUnreadableRecord() {
        driver.createInputTopic(topics.raw().name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput("x", "not avro".getBytes(StandardCharsets.UTF_8), INGESTED);
        pipe("a", Articles.raw("a", "text").build());
        assertThat(output(topics.clean()).readValue().getArticleId()).isEqualTo("a");
        assertThat(meters.counter("news.dead.letters", "stage", "clean", "reason", "bad_marker")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldCountAttemptsOfALetterThatCameBack() {
        var record = new TestRecord<>("c", Articles.raw("c", "bug").build(), INGESTED);
        record.headers().add(DeadLetters.ATTEMPTS, "2".getBytes(StandardCharsets.UTF_8));
        driver.createInputTopic(
                        topics.raw().name(),
                        new StringSerializer(),
                        topics.raw().values().serializer())
                .pipeInput(record);
        assertThat(text(output(topics.deadLetter()).readRecord().headers(), DeadLetters.ATTEMPTS))
                .isEqualTo("3");
    }

    @Test
    void shouldCountWhatBecameOfRecords() {
        pipe("a", Articles.raw("a", "text").build());
        pipe("b", Articles.raw("b", "").build());
        pipe("c", Articles.raw("c", "bug").build());
        assertThat(meters.counter("news.stage.articles", "stage", "clean", "outcome", "dropped", "reason", "empty")
                        .count())
                .isEqualTo(1);
        assertThat(meters.counter("news.dead.letters", "stage", "clean", "reason", "processing_failed")
                        .count())
                .isEqualTo(1);
    }

    private void pipe(String key, RawArticle article) {
        driver.createInputTopic(
                        topics.raw().name(),
                        new StringSerializer(),
                        topics.raw().values().serializer())
                .pipeInput(key, article, INGESTED);
    }

    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.values().deserializer());
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
