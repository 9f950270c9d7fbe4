package dev.dateline.kafka;

import dev.dateline.runtime.metrics.Metric;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;

/** The metrics of the stages, and what is kept out of the registry. */
public final class PipelineMetrics {
    public static final Metric STAGE_ARTICLES = new Metric(
            "news.stage.articles",
            Metric.Kind.COUNTER,
            List.of("stage", "outcome", "reason"),
            "Records that a stage has read, by what became of them. Work that a transaction aborted is counted again.");
    public static final Metric STAGE_DURATION = new Metric(
            "news.stage.duration", Metric.Kind.TIMER, List.of("stage"), "Time that a stage works on one record.");
    public static final Metric PIPELINE_LATENCY = new Metric(
            "news.pipeline.latency",
            Metric.Kind.TIMER,
            List.of("stage"),
            "Time from the fetch of an article to the end of a stage.");
    public static final Metric ARTICLE_AGE = new Metric(
            "news.article.age",
            Metric.Kind.TIMER,
            List.of("stage"),
            "Time from the publication of an article to the end of a stage.");
    public static final Metric DEAD_LETTERS = new Metric(
            "news.dead.letters",
            Metric.Kind.COUNTER,
            List.of("stage", "reason"),
            "Records that ended in the dead letters.");
    public static final List<Metric> ALL =
            List.of(STAGE_ARTICLES, STAGE_DURATION, PIPELINE_LATENCY, ARTICLE_AGE, DEAD_LETTERS);

    /**
     * Filters that every registry needs. RocksDB reports negative totals for its open files and errors; one of them makes
     * Prometheus refuse the whole scrape.
     */
    public static final List<MeterFilter> FILTERS = List.of(
            MeterFilter.denyNameStartsWith("kafka.stream.state.number.open.files"),
            MeterFilter.denyNameStartsWith("kafka.stream.state.number.file.errors.total"));

    private PipelineMetrics() {}
}
