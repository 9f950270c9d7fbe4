package dev.dateline.kafka.streams;

import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.schema.Disposition;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Counts and times one stage. Thread-safe. */
public final class StageMeters {
    private static final Duration[] LATENCY_OBJECTIVES = {
        Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(1)
    };
    private static final Duration[] AGE_OBJECTIVES = {
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1),
        Duration.ofDays(7)
    };

    private final MeterRegistry meters;
    private final String stage;
    private final Timer duration;
    private final Timer latency;
    private final Timer age;

    public StageMeters(MeterRegistry meters, String stage) {
        this.meters = meters;
        this.stage = stage;
        this.duration = Timer.builder(PipelineMetrics.STAGE_DURATION.name())
                .description(PipelineMetrics.STAGE_DURATION.doc())
                .tag("stage", stage)
                .publishPercentileHistogram(false)
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(1))
                .register(meters);
        this.latency = Timer.builder(PipelineMetrics.PIPELINE_LATENCY.name())
                .description(PipelineMetrics.PIPELINE_LATENCY.doc())
                .tag("stage", stage)
                .serviceLevelObjectives(LATENCY_OBJECTIVES)
                .register(meters);
        this.age = Timer.builder(PipelineMetrics.ARTICLE_AGE.name())
                .description(PipelineMetrics.ARTICLE_AGE.doc())
                .tag("stage", stage)
                .serviceLevelObjectives(AGE_OBJECTIVES)
                .register(meters);
    }

    /** The timer of the work on one record. */
    public Timer duration() {
        return duration;
    }

    /** Counts what became of a record. */
    public void count(Disposition disposition) {
        var reason = disposition.getReason() == null ? "" : disposition.getReason();
        meters.counter(
                        PipelineMetrics.STAGE_ARTICLES.name(),
                        "stage",
                        stage,
                        "outcome",
                        disposition.getOutcome().name().toLowerCase(Locale.ROOT),
                        "reason",
                        reason)
                .increment();
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
