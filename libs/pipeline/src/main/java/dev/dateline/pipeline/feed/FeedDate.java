package dev.dateline.pipeline.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads dates in the forms that feeds use and misuse: RFC 822 and 1123 with any weekday, month names of many languages and
 * zones by name or number; ISO 8601 with and without zone, time or separators; {@code 31.12.2025 18:30}, {@code 12/31/2025
 * 6:30 PM}, seconds or milliseconds since 1970.
 *
 * <p>The idea: find the parts (a day, a clock time, a zone) each by its own look instead of trying whole formats one after
 * another, since feeds err in every combination. A missing zone is UTC, a missing time midnight. What is not understood, or
 * lies outside the age of the web, is no date: none is ever invented.
 */
final class FeedDate {
    private static final int LONGEST = 100;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?(?![\\d.-]*\\d{3})");
    private static final Pattern COMPACT = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?=$|T|\\s)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<!\\d)(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?[\\s-]*(?:de\\s+)?(\\p{L}{3,})\\.?,?[\\s-]*(?:de\\s+)?(\\d{4}|\\d{2})(?![\\d:])");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:[\\d:.]+\\s+(?:\\p{Lu}{1,5}\\s+|[+-]\\d{4}\\s+)?)?(\\d{4})(?!\\d)");
    private static final Pattern EPOCH = Pattern.compile("^\\d{9,10}(?:\\d{3})?$");

    private FeedDate() {}

    /** Gives the moment; empty when the text is no date. */
    static Optional<Instant> parse(String text) {
        var date = text.strip();
        if (date.isEmpty() || date.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return (EPOCH.matcher(date).matches() ? Optional.of(epoch(date)) : written(date))
                    .filter(FeedDate::isPlausible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant epoch(String digits) {
        var number = Long.parseLong(digits);
        return digits.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    private static Optional<Instant> written(String date) {
        return day(date).map(day -> {
            var time = FeedTime.find(date);
            // 24:00 is the end of the day in ISO 8601; a leap second is the second before it.
            var moment = LocalDateTime.of(day, LocalTime.MIDNIGHT).plus(time.sinceMidnight());
            return moment.toInstant(time.offset() == null ? ZoneOffset.UTC : time.offset());
        });
    }

    private static Optional<LocalDate> day(String date) {
        return yearFirst(date)
                .or(() -> compact(date))
                .or(() -> dayMonth(date))
                .or(() -> monthDay(date))
                .or(() -> yearLast(date));
    }

    private static Optional<LocalDate> yearFirst(String date) {
        var match = YEAR_FIRST.matcher(date);
        return match.find()
                ? Optional.of(LocalDate.of(
                        number(match.group(1)),
                        number(match.group(2)),
                        match.group(3) == null ? 1 : number(match.group(3))))
                : Optional.empty();
    }

    private static Optional<LocalDate> compact(String date) {
        var match = COMPACT.matcher(date);
        return match.find()
                ? Optional.of(LocalDate.of(number(match.group(1)), number(match.group(2)), number(match.group(3))))
                : Optional.empty();
    }

    private static Optional<LocalDate> dayMonth(String date) {
        var match = DAY_MONTH.matcher(date);
        while (match.find()) {
            var month = MonthNames.number(match.group(2).toLowerCase(Locale.ROOT));
            if (month > 0) {
                return Optional.of(LocalDate.of(year(match.group(3)), month, number(match.group(1))));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> monthDay(String date) {
        var match = MONTH_DAY.matcher(date);
        while (match.find()) {
            var month = MonthNames.number(match.group(1).toLowerCase(Locale.ROOT));
            if (month > 0) {
                return Optional.of(LocalDate.of(number(match.group(3)), month, number(match.group(2))));
            }
        }
        return Optional.empty();
    }

    /** Slashes are American, month first, unless the first number is no month; dots and dashes have the day first. */
    private static Optional<LocalDate> yearLast(String date) {
        var match = YEAR_LAST.matcher(date);
        if (!match.find()) {
            return Optional.empty();
        }
        var first = number(match.group(1));
        var second = number(match.group(3));
        var monthFirst = (match.group(2).equals("/") && first <= 12) || second > 12;
        var year = year(match.group(4));
        return Optional.of(monthFirst ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first));
    }

    /** Reads a year of two digits by RFC 2822, 4.3. */
    private static int year(String digits) {
        var year = number(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < 50 ? 2000 + year : 1900 + year;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static boolean isPlausible(Instant moment) {
        var year = moment.atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
