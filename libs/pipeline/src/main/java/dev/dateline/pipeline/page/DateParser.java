package dev.dateline.pipeline.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates in the forms seen on the web: ISO 8601, RFC 1123, numbers, and names of months in many languages. */
final class DateParser {
    private static final Pattern ISO = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d\\d)-(\\d{1,2})-(\\d{1,2})(?:(?:T|\\s+)(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?(?:[.,]\\d+)?\\s*(Z|UTC|GMT|[+-]\\d\\d:?\\d\\d|[+-]\\d\\d)?)?(?!\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[./](\\d{1,2})[./](\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("^((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:T?\\d{4,6}Z?)?$");
    private static final Pattern CHINESE =
            Pattern.compile("((?:19|20)\\d\\d)\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일号]?");
    private static final Pattern POINTED =
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?((?:19|20)\\d\\d|\\d\\d)(?![\\d])");
    private static final Pattern SLASHED =
            Pattern.compile("(?<![\\d/])(\\d{1,2})[/-](\\d{1,2})[/-]((?:19|20)\\d\\d)(?![\\d/])");
    private static final String WORD = "([\\p{L}\\p{M}]{3,14})";
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º)?[.,]?(?:[\\s-]+|\\s*(?:of|de)\\s+)" + WORD
                    + "[.,]?(?:[\\s,-]+(?:de\\s+|of\\s+|г\\.\\s*)?)((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?<!\\p{L})" + WORD + "[.]?\\s+(\\d{1,2})(?:st|nd|rd|th)?[.,]?\\s*,?\\s*((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern YEAR_DAY_MONTH = Pattern.compile(
            "((?:19|20)\\d\\d)\\s*(?:ж\\.?|жылғы|жылы|жылдын|-?yil|г\\.)?[\\s,-]+(\\d{1,2})[\\s-]+" + WORD);
    private static final Pattern YEAR_MONTH_DAY =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[\\s,]+" + WORD + "[.]?[\\s,]+(\\d{1,2})(?!\\d)");
    private static final Pattern UNIX = Pattern.compile("^1\\d{9}(?:\\d{3})?$");
    private static final int LONGEST = 400;
    private static final int FEWEST_DIGITS = 4;

    private DateParser() {}

    /** Gives the first date in a text, or null when there is none that a calendar has. */
    static @Nullable PageDate parse(@Nullable String text) {
        if (text == null || !hasDigits(text)) {
            return null;
        }
        var part = text.strip();
        part = part.length() > LONGEST ? part.substring(0, LONGEST) : part;
        try {
            return parsed(part);
        } catch (DateTimeException e) {
            return null; // 31 February and its like
        }
    }

    /** No form has fewer digits; most texts that are asked about have none. */
    private static boolean hasDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits == FEWEST_DIGITS;
    }

    private static @Nullable PageDate parsed(String text) {
        var iso = ISO.matcher(text);
        if (iso.find()) {
            return iso(iso);
        }
        if (UNIX.matcher(text).matches()) {
            long seconds = Long.parseLong(text.substring(0, 10));
            var at = java.time.Instant.ofEpochSecond(seconds);
            return new PageDate(at, at.toString());
        }
        var rfc = rfc1123(text);
        if (rfc != null) {
            return rfc;
        }
        var number = numbers(text);
        return number != null ? number : names(text);
    }

    private static PageDate iso(Matcher match) {
        var day = LocalDate.of(number(match, 1), number(match, 2), number(match, 3));
        if (match.group(4) == null) {
            return ofDay(day);
        }
        int seconds = match.group(6) == null ? 0 : Math.min(59, number(match, 6));
        int hour = number(match, 4);
        var time = LocalDateTime.of(day, LocalTime.of(hour == 24 ? 0 : hour, number(match, 5), seconds));
        var zone = match.group(7);
        if (zone == null) {
            return new PageDate(time.toInstant(ZoneOffset.UTC), time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
        }
        var offset = zone.equals("UTC") || zone.equals("GMT") ? ZoneOffset.UTC : ZoneOffset.of(zone);
        var moment = OffsetDateTime.of(time, offset);
        return new PageDate(moment.toInstant(), moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    private static @Nullable PageDate rfc1123(String text) {
        if (text.indexOf(',') != 3) {
            return null;
        }
        try {
            var moment = OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return new PageDate(moment.toInstant(), moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable PageDate numbers(String text) {
        for (var pattern : new Pattern[] {YEAR_FIRST, COMPACT, CHINESE}) {
            var match = pattern.matcher(text);
            if (match.find()) {
                return ofDay(LocalDate.of(number(match, 1), number(match, 2), number(match, 3)));
            }
        }
        var pointed = POINTED.matcher(text);
        if (pointed.find()) {
            int year = number(pointed, 3);
            return ofDay(LocalDate.of(year < 100 ? 2000 + year : year, number(pointed, 2), number(pointed, 1)));
        }
        var slashed = SLASHED.matcher(text);
        if (slashed.find()) {
            int first = number(slashed, 1);
            int second = number(slashed, 2);
            // 03/04 may be either; most pages in this form are American.
            return ofDay(
                    first > 12
                            ? LocalDate.of(number(slashed, 3), second, first)
                            : LocalDate.of(number(slashed, 3), first, second));
        }
        return null;
    }

    private static @Nullable PageDate names(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var day = named(DAY_MONTH.matcher(lower), 3, 2, 1);
        if (day == null) {
            day = named(MONTH_DAY.matcher(lower), 3, 1, 2);
        }
        day = day != null ? day : named(YEAR_DAY_MONTH.matcher(lower), 1, 3, 2);
        return day != null ? day : named(YEAR_MONTH_DAY.matcher(lower), 1, 2, 3);
    }

    private static @Nullable PageDate named(Matcher match, int year, int month, int day) {
        while (match.find()) {
            var number = MonthNames.BY_NAME.get(match.group(month));
            if (number != null) {
                return ofDay(LocalDate.of(number(match, year), number, number(match, day)));
            }
        }
        return null;
    }

    private static PageDate ofDay(LocalDate day) {
        return new PageDate(day.atStartOfDay(ZoneOffset.UTC).toInstant(), day.toString());
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
