package dev.dateline.pipeline.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the forms that programs write and that fill their whole field: seconds since 1970 and 20260301T0930. */
final class MachineDates {
    private static final Pattern UNIX = Pattern.compile("1\\d{9}(?:\\d{3})?");
    private static final Pattern COMPACT =
            Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:[T ]?(\\d\\d):?(\\d\\d)(?::?\\d\\d)?(Z)?)?");
    private static final int SECONDS = 10;
    private static final int SHORTEST = 8;

    private MachineDates() {}

    static @Nullable PageDate parse(String text) {
        if (text.length() < SHORTEST || text.length() > SHORTEST * 3 || !isDigit(text.charAt(SHORTEST - 1))) {
            return null;
        }
        if (UNIX.matcher(text).matches()) {
            var at = Instant.ofEpochSecond(Long.parseLong(text.substring(0, SECONDS)));
            return new PageDate(at, at.toString());
        }
        var compact = COMPACT.matcher(text);
        try {
            return compact.matches() ? compact(compact) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static PageDate compact(Matcher match) {
        var day = LocalDate.of(number(match, 1), number(match, 2), number(match, 3));
        if (match.group(4) == null) {
            return PageDate.of(day);
        }
        var time = day.atTime(LocalTime.of(number(match, 4), number(match, 5)));
        return PageDate.of(time, match.group(6) == null ? null : ZoneOffset.UTC);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
