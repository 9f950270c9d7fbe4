package dev.dateline.console.intake;

import dev.dateline.console.ConsoleMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Shows the lag of all groups in metrics: one place knows it for all, however many instances they have. */
final class LagMeters {
    private static final double MILLIS = 1_000;

    private final MeterRegistry meters;
    private final Map<Key, Figures> shown = new HashMap<>();

    private record Key(String group, String topic) {}

    private record Figures(AtomicLong records, AtomicLong millis) {}

    LagMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Shows these, and no other ones any longer. */
    void show(Collection<GroupLag> lags) {
        var keys = new HashSet<Key>();
        for (var lag : lags) {
            var key = new Key(lag.group(), lag.topic());
            var figures = shown.computeIfAbsent(key, this::register);
            figures.records().set(lag.records());
            figures.millis().set(lag.time().toMillis());
            keys.add(key);
        }
        removeAllBut(keys);
    }

    private Figures register(Key key) {
        var figures = new Figures(new AtomicLong(), new AtomicLong());
        ConsoleMetrics.LAG_RECORDS.gauge(meters, figures.records(), AtomicLong::get, key.group(), key.topic());
        ConsoleMetrics.LAG_SECONDS.gauge(
                meters, figures.millis(), millis -> millis.get() / MILLIS, key.group(), key.topic());
        return figures;
    }

    private void removeAllBut(Set<Key> keys) {
        shown.keySet().removeIf(key -> {
            var isGone = !keys.contains(key);
            if (isGone) {
                ConsoleMetrics.LAG_RECORDS.remove(meters, key.group(), key.topic());
                ConsoleMetrics.LAG_SECONDS.remove(meters, key.group(), key.topic());
            }
            return isGone;
        });
    }
}
