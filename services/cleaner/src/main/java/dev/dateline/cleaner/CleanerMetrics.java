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
    public static final Metric BOILERPLATE_HOSTS = new Metric(
            "news.boilerplate.hosts",
            Metric.Kind.GAUGE,
            List.of(),
            "Hosts of which blocks are known that they repeat on many pages.");
    public static final Metric BOILERPLATE_BLOCKS = new Metric(
            "news.boilerplate.blocks",
            Metric.Kind.GAUGE,
            List.of(),
            "Blocks that are known to be repeated, of all hosts.");
    public static final Metric BOILERPLATE_REMOVED = new Metric(
            "news.boilerplate.removed",
            Metric.Kind.COUNTER,
            List.of("edge"),
            "Blocks taken off the head or the tail of texts because their host repeats them.");
    public static final Metric CONFIDENCE = new Metric(
            "news.extraction.confidence.percent",
            Metric.Kind.SUMMARY,
            List.of(),
            "How sure the extractor is of the text of an article that is kept, 0 to 100. Work that a transaction aborted is counted again.");
    public static final List<Metric> ALL =
            List.of(BROKEN, BOILERPLATE_HOSTS, BOILERPLATE_BLOCKS, BOILERPLATE_REMOVED, CONFIDENCE);

    private CleanerMetrics() {}
}
