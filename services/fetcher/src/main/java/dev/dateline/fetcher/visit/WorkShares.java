package dev.dateline.fetcher.visit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps one source from holding all workers: its pages may be on a thousand hosts, none of which answers. A source may have as many
 * tasks under way as there are workers left, so one alone has half of them, and however many are slow, some are free for others
 * (Choudhury and Hahne, Dynamic Queue Length Thresholds, 1998). Not thread-safe.
 */
final class WorkShares {
    /** When a task that has to wait for its source is looked at again. */
    static final Duration WAIT = Duration.ofMillis(500);

    private final Map<String, Integer> underWay = new HashMap<>();

    /** Says whether a source may have one more task under way. */
    boolean allow(String sourceId, int free) {
        return underWay.getOrDefault(sourceId, 0) < free;
    }

    void begun(String sourceId) {
        underWay.merge(sourceId, 1, Integer::sum);
    }

    void done(String sourceId) {
        underWay.computeIfPresent(sourceId, (id, tasks) -> tasks == 1 ? null : tasks - 1);
    }
}
