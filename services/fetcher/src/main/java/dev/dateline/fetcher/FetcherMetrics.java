package dev.dateline.fetcher;

import dev.dateline.fetcher.visit.ItemOutcome;
import dev.dateline.fetcher.visit.Task;
import dev.dateline.runtime.metrics.Metric;
import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The metrics of the fetcher. */
public final class FetcherMetrics {
    public static final Metric REQUESTS = new Metric(
            "news.fetch.requests",
            Metric.Kind.COUNTER,
            List.of("source", "kind", "outcome"),
            "Requests to the web, by source (of at most 500 an instance; other for the rest), what was asked for (feed, page, trial) and how it"
                    + " ended.");
    public static final Metric ITEMS = new Metric(
            "news.fetch.items",
            Metric.Kind.COUNTER,
            List.of("source", "outcome"),
            "Items of feeds, by source (of at most 500 an instance; other for the rest) and what became of them: listed for the first time, no_link"
                    + " to follow, over_limit of a feed, renewed where only the feed has the article, given_up because the page could not be had.");
    public static final Metric DURATION = new Metric(
            "news.fetch.duration",
            Metric.Kind.TIMER,
            List.of(),
            "Time from a request to its last byte, with the reading of what came.");
    public static final Metric DISCOVERY_DELAY = new Metric(
            "news.source.discovery.delay",
            Metric.Kind.TIMER,
            List.of(),
            "Time from the publication of an article, as its feed tells it, to its first fetch.");
    public static final Metric SOURCES = new Metric(
            "news.sources",
            Metric.Kind.GAUGE,
            List.of("state"),
            "Sources that this instance looks after, by how they are doing.");
    public static final Metric LAST_SUCCESS = new Metric(
            "news.source.last.success.timestamp.seconds",
            Metric.Kind.GAUGE,
            List.of("source"),
            "When a source was last polled with success, in seconds since 1970; of at most 500 sources an instance.");
    public static final Metric NEXT_ATTEMPT = new Metric(
            "news.source.next.attempt.timestamp.seconds",
            Metric.Kind.GAUGE,
            List.of("source"),
            "When a source is to be polled next, in seconds since 1970; far ahead while it is slowed; of at most 500 sources an instance.");
    public static final Metric CONSECUTIVE_FAILURES = new Metric(
            "news.source.consecutive.failures",
            Metric.Kind.GAUGE,
            List.of("source"),
            "Polls of a source that failed one after the other; of at most 500 sources an instance.");
    public static final Metric SILENCE = new Metric(
            "news.source.silence.ratio",
            Metric.Kind.GAUGE,
            List.of("source"),
            "How many times the longest usual time without new articles a source is silent now; of at most 500 sources an instance.");
    public static final Metric FLOOD = new Metric(
            "news.source.flood.ratio",
            Metric.Kind.GAUGE,
            List.of("source"),
            "How many times as many new articles as in its busiest usual hour a source brought in this one; of at most 500 sources an"
                    + " instance.");
    public static final List<Metric> ALL = List.of(
            REQUESTS,
            ITEMS,
            DURATION,
            DISCOVERY_DELAY,
            SOURCES,
            LAST_SUCCESS,
            NEXT_ATTEMPT,
            CONSECUTIVE_FAILURES,
            SILENCE,
            FLOOD);

    private static final List<Duration> REQUEST_OBJECTIVES = List.of(
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));
    private static final List<Duration> DISCOVERY_OBJECTIVES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1));

    private final MeterRegistry meters;
    private final Map<SourceState, AtomicLong> states = new EnumMap<>(SourceState.class);
    private final SourceMeters sources;

    FetcherMetrics(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.sources = new SourceMeters(meters, clock);
        for (var state : SourceState.values()) {
            var number = new AtomicLong();
            states.put(state, number);
            SOURCES.gauge(meters, number, AtomicLong::get, state.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Counts a request that ended. */
    void count(Task task, String outcome) {
        var source = task instanceof Task.Trial
                ? SourceMeters.OTHER
                : sources.labelOf(task.source().getId());
        REQUESTS.counter(meters, source, task.kind(), outcome).increment();
    }

    /** Counts items of feeds. */
    void count(String sourceId, ItemOutcome outcome, int number) {
        ITEMS.counter(meters, sources.labelOf(sourceId), outcome.label()).increment(number);
    }

    Timer duration() {
        return DURATION.timer(meters, REQUEST_OBJECTIVES);
    }

    Timer discovery() {
        return DISCOVERY_DELAY.timer(meters, DISCOVERY_OBJECTIVES);
    }

    /** Shows how the sources are doing. */
    void show(Collection<SourceStatus> statuses) {
        states.forEach((state, number) -> number.set(
                statuses.stream().filter(status -> status.getState() == state).count()));
        sources.show(statuses);
    }
}
