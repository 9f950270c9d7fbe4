package dev.dateline.kafka.streams;

import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/** Counts and times one stage. Thread-safe. */
public final class StageMeters {
    private static final List<Duration> WORK_OBJECTIVES = List.of(
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(25),
            Duration.ofMillis(100),
            Duration.ofSeconds(1));
    private static final List<Duration> LATENCY_OBJECTIVES = List.of(
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1));
    private static final List<Duration> AGE_OBJECTIVES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7));

    private final MeterRegistry meters;
    private final String stage;
    private final Timer duration;
    private final Timer latency;
    private final Timer age;

    /** Makes them; what alerts look at begins at 0, since a rate misses the first of a counter that was not there. */
    public StageMeters(MeterRegistry meters, String stage) {
        this.meters = meters;
        this.stage = stage;
        this.duration = PipelineMetrics.STAGE_DURATION.timer(meters, WORK_OBJECTIVES, stage);
        this.latency = PipelineMetrics.PIPELINE_LATENCY.timer(meters, LATENCY_OBJECTIVES, stage);
        this.age = PipelineMetrics.ARTICLE_AGE.timer(meters, AGE_OBJECTIVES, stage);
        count(DispositionOutcome.KEPT, "", 0);
        for (var reason : DeadLetters.Reason.values()) {
            count(DispositionOutcome.DEAD_LETTERED, reason.label(), 0);
            PipelineMetrics.DEAD_LETTERS.counter(meters, stage, reason.label());
        }
    }

    /**
     * Does the work on one record and times it.
     *
     * @throws IllegalStateException if the stack overflowed: that is the record's doing, and the error itself would end the
     *     thread, and the next one that tries
     */
    public <T> T work(Supplier<T> work) {
        try {
            return Objects.requireNonNull(duration.record(work));
        } catch (StackOverflowError e) {
            throw new IllegalStateException("the stack overflowed", e);
        }
    }

    /** Counts what became of a record that was no surprise. */
    public void count(Disposition disposition) {
        count(disposition.getOutcome(), disposition.getReason() == null ? "" : disposition.getReason(), 1);
    }

    /** Counts a record that went to the dead letters. */
    public void count(DeadLetters.Reason reason) {
        count(DispositionOutcome.DEAD_LETTERED, reason.label(), 1);
        PipelineMetrics.DEAD_LETTERS.counter(meters, stage, reason.label()).increment();
    }

    private void count(DispositionOutcome outcome, String reason, int records) {
        var label = outcome.name().toLowerCase(Locale.ROOT);
        PipelineMetrics.STAGE_ARTICLES.counter(meters, stage, label, reason).increment(records);
    }

    /** Notes how long an article took to get here. */
    public void arrived(Subject subject, Instant now) {
        latency.record(since(subject.fetchedAt(), now));
        if (subject.published() != null) {
            age.record(since(subject.published(), now));
        }
    }

    /** Clocks of publishers run ahead: what lies in the future is as good as now. */
    private static Duration since(Instant then, Instant now) {
        return then.isAfter(now) ? Duration.ZERO : Duration.between(then, now);
    }
}
