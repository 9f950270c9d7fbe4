package dev.dateline.tagger;

import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.runtime.metrics.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** The metrics of the tagger. */
public final class TaggerMetrics {
    public static final Metric ABSTENTIONS = new Metric(
            "news.theme.abstentions",
            Metric.Kind.COUNTER,
            List.of("language"),
            "Articles without themes because the taxonomy has no terms for their language.");
    public static final Metric TAXONOMY_INFO = new Metric(
            "news.taxonomy.info",
            Metric.Kind.GAUGE,
            List.of("version"),
            "Always 1; the label says which version of the taxonomy articles are tagged by.");
    public static final Metric RELOAD_FAILURES = new Metric(
            "news.taxonomy.reload.failures",
            Metric.Kind.COUNTER,
            List.of(),
            "Taxonomies on the topic that were not used because they are broken; the one before stays.");
    public static final Metric LANGUAGES = new Metric(
            "news.tagged.articles",
            Metric.Kind.COUNTER,
            List.of("language"),
            "Versions of originals that were tagged, by language: two letters, und when it is not sure, other."
                    + " Work that a transaction aborted is counted again.");
    public static final Metric REGIONS = new Metric(
            "news.region.tags",
            Metric.Kind.COUNTER,
            List.of("region"),
            "Tags of the role ABOUT, by code of the region; own for an operator's groups."
                    + " Work that a transaction aborted is counted again.");
    public static final Metric THEMES = new Metric(
            "news.theme.tags",
            Metric.Kind.COUNTER,
            List.of("theme"),
            "Tags of top-level themes, by number of the Media Topic; own for an operator's themes."
                    + " Work that a transaction aborted is counted again.");
    public static final Metric UNTAGGED = new Metric(
            "news.untagged.articles",
            Metric.Kind.COUNTER,
            List.of("missing"),
            "Versions of originals that lack something: a language that is sure, a region they are about, a theme."
                    + " Work that a transaction aborted is counted again.");
    public static final List<Metric> ALL =
            List.of(ABSTENTIONS, TAXONOMY_INFO, RELOAD_FAILURES, LANGUAGES, REGIONS, THEMES, UNTAGGED);

    private TaggerMetrics() {}

    /** Shows the version of a tagger that is held by someone, and no other any more. */
    public static void showVersion(MeterRegistry meters, Tagger tagger) {
        meters.find(TAXONOMY_INFO.name()).meters().forEach(meters::remove);
        TAXONOMY_INFO.gauge(meters, tagger, running -> 1, tagger.taxonomyVersion());
    }
}
