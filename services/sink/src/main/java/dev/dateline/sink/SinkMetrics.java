package dev.dateline.sink;

import dev.dateline.kafka.streams.DeadLetters;
import dev.dateline.kafka.streams.StageMeters;
import dev.dateline.kafka.streams.Subject;
import dev.dateline.runtime.metrics.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;

/** What the sink counts; only what was committed. Thread-safe. */
public final class SinkMetrics {
    public static final Metric ROWS = new Metric(
            "news.sink.rows",
            Metric.Kind.COUNTER,
            List.of("table", "op"),
            "Records stored, by table and op: written, or unchanged when a redelivered or older one changed nothing.");
    public static final Metric RETRIES = new Metric(
            "news.sink.retries",
            Metric.Kind.COUNTER,
            List.of(),
            "Batches given up and read again because the database, Kafka or the registry did not answer.");
    public static final List<Metric> ALL = List.of(ROWS, RETRIES);

    private final MeterRegistry meters;
    private final StageMeters stage;

    SinkMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.stage = new StageMeters(meters, SinkMain.STAGE);
        RETRIES.counter(meters);
    }

    void rows(String table, long written, long unchanged) {
        ROWS.counter(meters, table, "written").increment(written);
        ROWS.counter(meters, table, "unchanged").increment(unchanged);
    }

    void arrived(Subject subject) {
        stage.arrived(subject, Instant.now());
    }

    void deadLetter(DeadLetters.Reason reason) {
        stage.count(reason);
    }

    void retry() {
        RETRIES.counter(meters).increment();
    }
}
