package dev.dateline.tagger;

import dev.dateline.runtime.metrics.Metric;
import java.util.List;

/** The metrics of the tagger. */
public final class TaggerMetrics {
    public static final Metric ABSTENTIONS = new Metric(
            "news.theme.abstentions",
            Metric.Kind.COUNTER,
            List.of("language"),
            "Articles without themes because the taxonomy has no terms for their language.");
    public static final List<Metric> ALL = List.of(ABSTENTIONS);

    private TaggerMetrics() {}
}
