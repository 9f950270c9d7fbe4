package dev.dateline.fetcher.visit;

import dev.dateline.schema.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The quotas of all sources that have one, for the pages that this instance looks after. Not thread-safe. */
final class Quotas {
    private final InstantSource clock;
    private final Map<String, DailyQuota> bySource = new HashMap<>();

    Quotas(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes one for a page; false when there is none left, and the page waits until {@link #renewedAt}. */
    boolean take(Source source, String link) {
        var most = source.getPagesPerDay();
        return most == null || of(source.getId()).take(most, link, clock.instant());
    }

    /** Gives one back that was not used after all. */
    void giveBack(Source source) {
        if (source.getPagesPerDay() != null) {
            of(source.getId()).giveBack();
        }
    }

    /** Takes in when the pages of a source were asked for, as it was read back. */
    void recall(String sourceId, Collection<Instant> asked) {
        of(sourceId).recall(asked, clock.instant());
    }

    Instant renewedAt(Source source) {
        return of(source.getId()).renewedAt();
    }

    /** Tells people that pages of a source wait; null while none does. */
    @Nullable
    String note(Source source) {
        var most = source.getPagesPerDay();
        return most == null ? null : of(source.getId()).note(most, clock.instant());
    }

    void forget(String sourceId) {
        bySource.remove(sourceId);
    }

    private DailyQuota of(String sourceId) {
        return bySource.computeIfAbsent(sourceId, any -> new DailyQuota());
    }
}
