package dev.dateline.fetcher.visit;

import dev.dateline.schema.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a page is looked at again: most edits come within a day of publication, most of the rest within a week.
 *
 * @param delays counted from when the page was first seen, ascending
 * @param confirmMissing a page that answers 404 is believed to be gone when it still does after this time
 */
public record RevisitPlan(List<Duration> delays, Duration confirmMissing) {
    public RevisitPlan {
        delays = List.copyOf(delays);
    }

    /** Gives the plan for the pages of a source: its own, where it has one. */
    RevisitPlan of(Source source) {
        var own = source.getRevisitAfterSeconds();
        return own == null
                ? this
                : new RevisitPlan(own.stream().map(Duration::ofSeconds).toList(), confirmMissing);
    }

    /** Says whether the next revisit is the last one. */
    boolean isLast(int revisits) {
        return revisits == delays.size() - 1;
    }

    /**
     * Gives the time of the next revisit; null when the page was looked at often enough.
     *
     * @param revisits that were made already
     */
    @Nullable
    Instant next(Instant firstSeen, int revisits, Instant now) {
        if (revisits >= delays.size()) {
            return null;
        }
        var planned = firstSeen.plus(delays.get(revisits));
        return planned.isAfter(now) ? planned : now;
    }
}
