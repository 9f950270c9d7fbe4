package dev.dateline.fetcher;

import dev.dateline.fetcher.visit.Frontier;
import dev.dateline.runtime.metrics.Metric;
import dev.dateline.schema.SourceState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;

/** The metrics of the fetcher. */
public final class FetcherMetrics {
    public static final Metric REQUESTS = new Metric(
            "news.fetch.requests",
            Metric.Kind.COUNTER,
            List.of("kind", "outcome"),
            "Requests to the web, by what was asked for (feed, page) and how it ended.");
    public static final Metric DURATION = new Metric(
            "news.fetch.duration",
            Metric.Kind.TIMER,
            List.of(),
            "Time from a request to its last byte, with the reading of what came.");
    public static final Metric SOURCES = new Metric(
            "news.sources",
            Metric.Kind.GAUGE,
            List.of("state"),
            "Sources that this instance looks after, by how they are doing.");
    public static final List<Metric> ALL = List.of(REQUESTS, DURATION, SOURCES);

    private final MeterRegistry meters;

    FetcherMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String kind, String outcome) {
        REQUESTS.counter(meters, kind, outcome).increment();
    }

    Timer duration() {
        return Timer.builder(DURATION.name())
                .description(DURATION.doc())
                .publishPercentileHistogram()
                .register(meters);
    }

    void watch(Frontier frontier) {
        for (var state : SourceState.values()) {
            SOURCES.gauge(
                    meters,
                    frontier,
                    watched -> watched.count(state),
                    state.name().toLowerCase(Locale.ROOT));
        }
    }
}
