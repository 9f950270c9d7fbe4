package dev.dateline.fetcher;

import dev.dateline.fetcher.visit.Rhythm;
import dev.dateline.runtime.metrics.Metric;
import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceStatus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows single sources in metrics: of many thousands the first 500, which keep their place as long as they are there. Used by
 * one thread; scrapes read beside it.
 */
final class SourceMeters {
    private static final int MOST = 500;
    static final String OTHER = "other";
    private static final double MILLIS = 1_000;
    private static final String SOURCE = "source";
    private static final List<Metric> PER_SOURCE = FetcherMetrics.ALL.stream()
            .filter(metric -> metric.labels().contains(SOURCE))
            .toList();

    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Set<String> named = new HashSet<>();
    private final Map<String, Shown> shown = new HashMap<>();

    /** What a scrape reads while the fetcher writes. */
    private static final class Shown {
        private volatile SourceStatus status;

        private Shown(SourceStatus status) {
            this.status = status;
        }
    }

    SourceMeters(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** Shows these, and no other ones any longer. A source that is paused is silent because someone wants it so. */
    void show(Collection<SourceStatus> statuses) {
        var ids = new HashSet<String>();
        for (var status : statuses) {
            if (status.getState() != SourceState.PAUSED) {
                ids.add(status.getSourceId());
            }
        }
        removeAllBut(ids);
        for (var status : statuses) {
            var place = shown.get(status.getSourceId());
            if (place != null) {
                place.status = status;
            } else if (ids.contains(status.getSourceId()) && isNamed(status.getSourceId())) {
                shown.put(status.getSourceId(), register(status));
            }
        }
    }

    /** What requests for a source are counted under. */
    String labelOf(String id) {
        return isNamed(id) ? id : OTHER;
    }

    /** Says whether a source has a place, and gives it one while there are any. */
    private boolean isNamed(String id) {
        return named.contains(id) || named.size() < MOST && named.add(id);
    }

    private Shown register(SourceStatus status) {
        var place = new Shown(status);
        FetcherMetrics.LAST_SUCCESS.gauge(meters, place, at -> lastSuccess(at.status), status.getSourceId());
        FetcherMetrics.NEXT_ATTEMPT.gauge(
                meters, place, at -> seconds(at.status.getNextAttempt()), status.getSourceId());
        FetcherMetrics.CONSECUTIVE_FAILURES.gauge(
                meters, place, at -> at.status.getConsecutiveFailures(), status.getSourceId());
        FetcherMetrics.SILENCE.gauge(
                meters, place, at -> Rhythm.silence(at.status.getRhythm(), clock.instant()), status.getSourceId());
        FetcherMetrics.FLOOD.gauge(
                meters, place, at -> Rhythm.flood(at.status.getRhythm(), clock.instant()), status.getSourceId());
        return place;
    }

    /** Unknown before the first success, which no comparison holds for. */
    private static double lastSuccess(SourceStatus status) {
        var at = status.getLastSuccess();
        return at == null ? Double.NaN : seconds(at);
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / MILLIS;
    }

    private void removeAllBut(Set<String> ids) {
        named.removeIf(id -> {
            var isGone = !ids.contains(id);
            if (isGone) {
                shown.remove(id);
                PER_SOURCE.forEach(metric -> metric.removeAll(meters, SOURCE, id));
            }
            return isGone;
        });
    }
}
