package dev.dateline.fetcher;

import dev.dateline.fetcher.visit.Rhythm;
import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceStatus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** Shows single sources in metrics: of many thousands the first 500, which keep their place as long as they are there. */
final class SourceMeters {
    private static final int MOST = 500;
    private static final double MILLIS = 1_000;

    private final MeterRegistry meters;
    private final InstantSource clock;
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
            } else if (ids.contains(status.getSourceId()) && shown.size() < MOST) {
                shown.put(status.getSourceId(), register(status));
            }
        }
    }

    private Shown register(SourceStatus status) {
        var place = new Shown(status);
        FetcherMetrics.LAST_SUCCESS.gauge(meters, place, at -> lastSuccess(at.status), status.getSourceId());
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
        return at == null ? Double.NaN : at.toEpochMilli() / MILLIS;
    }

    private void removeAllBut(HashSet<String> ids) {
        shown.keySet().removeIf(id -> {
            var isGone = !ids.contains(id);
            if (isGone) {
                FetcherMetrics.LAST_SUCCESS.remove(meters, id);
                FetcherMetrics.CONSECUTIVE_FAILURES.remove(meters, id);
                FetcherMetrics.SILENCE.remove(meters, id);
                FetcherMetrics.FLOOD.remove(meters, id);
            }
            return isGone;
        });
    }
}
