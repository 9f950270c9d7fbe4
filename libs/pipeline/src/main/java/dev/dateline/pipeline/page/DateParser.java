package dev.dateline.pipeline.page;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates in the forms seen on the web: ISO 8601, RFC 1123, numbers, and names of months in many languages, with the
 * time of day and the offset when they stand beside.
 */
final class DateParser {
    /**
     * A date and where it stands in its text.
     *
     * @param start index of its first character, the time of day aside
     * @param end index behind its last one
     */
    record Found(PageDate date, int start, int end) {}

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final int MOST = 8;

    private DateParser() {}

    /** Gives the first date in a text, or null when there is none that a calendar has. */
    static @Nullable PageDate parse(@Nullable String text) {
        return parse(text, DayOrder.MONTH_FIRST);
    }

    /** Gives the first date in a text, reading 3/4/2026 in the given order. */
    static @Nullable PageDate parse(@Nullable String text, DayOrder order) {
        if (text == null) {
            return null;
        }
        var bare = text.strip();
        var machine = MachineDates.parse(bare);
        if (machine != null) {
            return machine;
        }
        var found = next(DateText.of(bare), 0, order);
        return found == null ? null : found.date();
    }

    /** Gives the dates in a text, in reading order. */
    static List<Found> all(String text, DayOrder order) {
        var all = new ArrayList<Found>();
        var prepared = DateText.of(text);
        var found = next(prepared, 0, order);
        while (found != null && all.size() < MOST) {
            all.add(found);
            found = next(prepared, found.end(), order);
        }
        return all;
    }

    /** The date that stands first, of those the one whose form is tried first. */
    private static @Nullable Found next(DateText prepared, int from, DayOrder order) {
        var text = prepared.text();
        if (text.isEmpty()) {
            return null;
        }
        @Nullable Found first = null;
        for (var form : DateForms.ALL) {
            if (first != null && first.start() == from) {
                break;
            }
            if (!prepared.has(form.needs())) {
                continue;
            }
            var match = form.pattern().matcher(text);
            int at = from;
            boolean done = false;
            while (!done && at < text.length() && match.find(at)) {
                var found = first == null || match.start() < first.start() ? read(form, match, text, order) : null;
                done = found != null || (first != null && match.start() >= first.start());
                first = found == null ? first : found;
                at = match.start() + 1;
            }
        }
        return first;
    }

    private static @Nullable Found read(DateForms.Form form, Matcher match, String text, DayOrder order) {
        try {
            var day = form.reading().day(match, order);
            return day == null || day.getYear() > LAST_YEAR || day.getYear() < FIRST_YEAR
                    ? null
                    : new Found(TimeOfDay.beside(text, match.start(), match.end(), day), match.start(), match.end());
        } catch (DateTimeException e) {
            return null; // 31 February and its like
        }
    }
}
