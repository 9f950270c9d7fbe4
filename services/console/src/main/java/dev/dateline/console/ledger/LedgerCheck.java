package dev.dateline.console.ledger;

import dev.dateline.console.intake.GroupOffsets;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks, in a thread of its own and from its start on, that <i>in = kept + dropped + dead</i> at each stage: that every record
 * which a stage has gone past has exactly one trace. Counted are committed records; the stages' own counters count work that a
 * transaction aborted twice. Whatever Kafka throws, it begins anew after a while. The price is that everything a stage reads
 * is read once more.
 */
public final class LedgerCheck implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LedgerCheck.class);
    private static final String CLIENT = "console-ledger";
    /** Pages are up to 10 MiB, and only their places matter: few are held at a time. */
    private static final int FETCH_BYTES = 4 << 20;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaConnection kafka;
    private final MeterRegistry meters;
    private final Thread thread = new Thread(this::run, CLIENT);
    private volatile boolean closing;

    /** Makes it; {@link #start} begins. */
    public LedgerCheck(KafkaConnection kafka, MeterRegistry meters) {
        this.kafka = kafka;
        this.meters = meters;
    }

    /** Begins to read; returns at once. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!closing) {
            try (var consumer = Clients.consumer(sparing(kafka), CLIENT, null, "earliest");
                    var offsets = new GroupOffsets(kafka, CLIENT + "-positions")) {
                var reader = new LedgerReader(stages(), kafka.topics().disposition(), consumer, offsets);
                reader.begin();
                while (!closing) {
                    reader.step();
                }
            } catch (InterruptException | InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (KafkaException | ExecutionException | TimeoutException e) {
                log.atWarn().setCause(e).log("the ledger cannot be read; beginning anew");
                pause();
            }
        }
    }

    private static KafkaConnection sparing(KafkaConnection kafka) {
        var properties = new HashMap<>(kafka.properties());
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        return new KafkaConnection(properties, kafka.topics());
    }

    /** What traces name, and what each of them reads. */
    private List<StageLedger> stages() {
        var topics = kafka.topics();
        return List.of(
                new StageLedger("clean", topics.raw().name(), meters),
                new StageLedger("dedup", topics.clean().name(), meters),
                new StageLedger("tag", topics.unique().name(), meters),
                new StageLedger("route", topics.enriched().name(), meters));
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
