package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.console.ledger.LedgerCheck;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger on a real broker: a test plays the tagger, which forgets one record and traces another one twice. */
class LedgerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private RunningConsole console;
    private LedgerCheck check;
    private Consumer<String, byte[]> tagger;

    @BeforeEach
    void start() throws Exception {
        console = new RunningConsole(0);
        check = new LedgerCheck(console.kafka, meters);
        tagger = Clients.consumer(console.kafka, "tagger", "dateline-tag", "earliest");
    }

    @AfterEach
    void stop() {
        check.close();
        tagger.close();
        console.close();
    }

    @Test
    void shouldFindRecordsWithoutATraceAndTracesTooMany() throws Exception {
        check.start();
        // Once it has found one it has begun: what was committed before that is none of its business
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            var record = article();
            trace(record);
            goPast(record);
            return checked() > 0;
        });
        var before = checked();

        trace(article());
        var doubled = article();
        trace(doubled);
        trace(doubled);
        var forgotten = article();
        var inFlight = article();
        goPast(forgotten);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(differences("missing")).isEqualTo(1);
            assertThat(differences("surplus")).isEqualTo(1);
        });

        trace(inFlight);
        goPast(inFlight);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(checked()).isGreaterThanOrEqualTo(before + 3));
        assertThat(differences("missing")).isEqualTo(1);
    }

    private RecordMetadata article() throws Exception {
        return console.sendBytes(console.kafka.topics().unique().name(), "a", new byte[] {1});
    }

    private void trace(RecordMetadata record) throws Exception {
        var trace = Disposition.newBuilder(SampleNews.disposition("a", "tag", DispositionOutcome.KEPT, null))
                .setTopic(record.topic())
                .setPartition(record.partition())
                .setOffset(record.offset())
                .build();
        console.send(Topics::disposition, "a", trace);
    }

    private void goPast(RecordMetadata record) {
        tagger.commitSync(Map.of(
                new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1)));
    }

    private double checked() {
        return ConsoleMetrics.LEDGER_CHECKED.counter(meters, "tag").count();
    }

    private double differences(String kind) {
        return ConsoleMetrics.LEDGER_DIFFERENCES.counter(meters, "tag", kind).count();
    }
}
