package dev.dateline.cleaner;

import dev.dateline.runtime.metrics.Metric;
import java.util.List;

/** The metrics of the cleaner. */
public final class CleanerMetrics {
    public static final Metric BROKEN = new Metric(
            "news.extraction.broken",
            Metric.Kind.GAUGE,
            List.of("source"),
            "1 while the pages of a source give much less than they used to: fewer articles, shorter texts, or less sure ones."
                    + " At most 100 sources at a time.");
    public static final List<Metric> ALL = List.of(BROKEN);

    private CleanerMetrics() {}
}
