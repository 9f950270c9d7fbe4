package dev.dateline.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A metric, declared once: code counts by it, the reference page lists it, dashboards are checked against it.
 *
 * @param name as Micrometer knows it, dotted: {@code news.stage.articles}
 * @param kind counter, gauge, timer or summary
 * @param labels names of its labels, each with a bounded set of values
 * @param doc one sentence with the unit
 */
public record Metric(String name, Kind kind, List<String> labels, String doc) {
    public Metric {
        labels = List.copyOf(labels);
    }

    /** What is measured, and so what Prometheus appends to the name. */
    public enum Kind {
        COUNTER("_total"),
        GAUGE(""),
        SUMMARY(""),
        TIMER("_seconds");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }
    }

    /** The name that Prometheus shows. */
    public String exposedName() {
        var base = name.replace('.', '_');
        return base.endsWith(kind.suffix) ? base : base + kind.suffix;
    }

    /**
     * Gives the counter with these labels, made at 0 if it is new.
     *
     * @param values one for each label, in their order
     */
    public Counter counter(MeterRegistry meters, String... values) {
        return Counter.builder(name).description(doc).tags(tags(values)).register(meters);
    }

    /** Shows a figure of a living object, which must be held by someone else too. */
    public <T> void gauge(MeterRegistry meters, T watched, ToDoubleFunction<T> figure, String... values) {
        Gauge.builder(name, watched, figure).description(doc).tags(tags(values)).register(meters);
    }

    /** Shows the figure with these labels no longer. */
    public void remove(MeterRegistry meters, String... values) {
        meters.find(name).tags(tags(values)).meters().forEach(meters::remove);
    }

    /** Shows nothing any longer that has this value of one label, whatever the others. */
    public void removeAll(MeterRegistry meters, String label, String value) {
        meters.find(name).tag(label, value).meters().forEach(meters::remove);
    }

    /**
     * Gives the timer with these labels.
     *
     * @param objectives upper bounds of its histogram's buckets
     */
    public Timer timer(MeterRegistry meters, List<Duration> objectives, String... values) {
        return Timer.builder(name)
                .description(doc)
                .tags(tags(values))
                .serviceLevelObjectives(objectives.toArray(Duration[]::new))
                .register(meters);
    }

    /**
     * Gives the summary with these labels.
     *
     * @param objectives upper bounds of its histogram's buckets, ascending
     */
    public DistributionSummary summary(MeterRegistry meters, double[] objectives, String... values) {
        return DistributionSummary.builder(name)
                .description(doc)
                .tags(tags(values))
                .serviceLevelObjectives(objectives)
                .register(meters);
    }

    private List<Tag> tags(String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException(name + " has the labels " + labels + ", not " + values.length);
        }
        var tags = new ArrayList<Tag>();
        for (var place = 0; place < values.length; place++) {
            tags.add(Tag.of(labels.get(place), values[place]));
        }
        return tags;
    }
}
