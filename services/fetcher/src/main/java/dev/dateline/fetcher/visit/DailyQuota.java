package dev.dateline.fetcher.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many pages of a source were asked for today (UTC). What is over waits for the next day; nothing is given up. Mutable, not
 * thread-safe.
 */
final class DailyQuota {
    private LocalDate day = LocalDate.MIN;
    private int used;
    private final Set<String> waiting = new HashSet<>();

    /** Takes in when pages were asked for; those of today count. */
    void recall(Collection<Instant> asked, Instant now) {
        begin(now);
        var today = (int) asked.stream().filter(at -> dayOf(at).equals(day)).count();
        used = Math.max(used, today);
    }

    /** Takes one for a page; false when there is none left, and the page waits. */
    boolean take(int most, String link, Instant now) {
        begin(now);
        if (used >= most) {
            waiting.add(link);
            return false;
        }
        waiting.remove(link);
        used++;
        return true;
    }

    /** Gives one back that was not used after all. */
    void giveBack() {
        used = Math.max(0, used - 1);
    }

    /** When there are new ones. */
    Instant renewedAt() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Tells people that pages wait; null while none does. */
    @Nullable
    String note(int most, Instant now) {
        begin(now);
        return waiting.isEmpty()
                ? null
                : "the quota of " + most + " pages a day is used up: " + waiting.size() + " wait until " + renewedAt();
    }

    private void begin(Instant now) {
        var today = dayOf(now);
        if (!today.equals(day)) {
            day = today;
            used = 0;
            waiting.clear();
        }
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
