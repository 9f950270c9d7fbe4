package dev.dateline.deduplicator;

import dev.dateline.runtime.metrics.Metric;
import java.util.List;

/** What the deduplicator counts beside what all stages do. */
public final class DeduplicatorMetrics {
    /** Candidates whose signatures were looked at. */
    public static final String FOUND = "found";
    /** Those of them that were compared whole, which takes their states from the store. */
    public static final String COMPARED = "compared";

    public static final Metric CANDIDATES = new Metric(
            "news.dedup.candidates",
            Metric.Kind.COUNTER,
            List.of("step"),
            "Earlier articles that were looked at for a match: found by a band in common, and compared whole. Work that a transaction "
                    + "aborted is counted again.");
    public static final Metric DUPLICATES = new Metric(
            "news.duplicates",
            Metric.Kind.COUNTER,
            List.of("role"),
            "Copies, by what they are: exact or wire copy, abridged, retitled and so on. Work that a transaction aborted is counted again.");
    public static final List<Metric> ALL = List.of(CANDIDATES, DUPLICATES);

    private DeduplicatorMetrics() {}
}
