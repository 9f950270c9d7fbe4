package dev.dateline.runtime.metrics;

import java.util.List;

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
}
