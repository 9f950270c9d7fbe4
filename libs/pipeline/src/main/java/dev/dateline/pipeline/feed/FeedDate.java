package dev.dateline.pipeline.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads dates in the forms that feeds use and misuse: RFC 822 and 1123 with any weekday, month names of many languages and
 * zones by name or number; ISO 8601 with and without zone, time or separators; {@code 31.12.2025 18:30}, {@code 12/31/2025
 * 6:30 PM}, seconds or milliseconds since 1970.
 *
 * <p>The idea: find the parts (a {@linkplain FeedDay day}, a {@linkplain FeedTime clock time}, a {@linkplain FeedZone zone})
 * each by its own look instead of trying whole formats one after another, since feeds err in every combination. A missing zone
 * is UTC, a missing time midnight. What is not understood, or lies outside the age of the web, is no date: none is ever
 * invented.
 */
final class FeedDate {
    private static final int LONGEST = 100;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int SECONDS_DIGITS = 10;

    private static final Pattern EPOCH = Pattern.compile("^\\d{9,10}(?:\\d{3})?$");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");
    /** Marks of direction and width that nobody sees. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");

    private FeedDate() {}

    /**
     * A moment that was read.
     *
     * @param hasSureZone false when a time of day has no zone, or one whose name several zones have
     */
    record Reading(Instant instant, boolean hasSureZone) {}

    /** Gives the moment; empty when the text is no date. */
    static Optional<Instant> parse(String text) {
        return read(text).map(Reading::instant);
    }

    /** Gives the moment and how sure it is; empty when the text is no date. */
    static Optional<Reading> read(String text) {
        var found = text.strip();
        if (found.isEmpty() || found.length() > LONGEST) {
            return Optional.empty();
        }
        var date = inAsciiFigures(BLANK.matcher(UNSEEN.matcher(found).replaceAll(""))
                .replaceAll(" ")
                .strip());
        try {
            return (EPOCH.matcher(date).matches() ? Optional.of(new Reading(epoch(date), true)) : written(date))
                    .filter(reading -> isPlausible(reading.instant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant epoch(String digits) {
        var number = Long.parseLong(digits);
        return digits.length() > SECONDS_DIGITS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    private static Optional<Reading> written(String date) {
        return FeedDay.find(date).map(day -> {
            var time = FeedTime.find(date);
            // 24:00 is the end of the day in ISO 8601; a leap second is the second before it.
            var moment = LocalDateTime.of(day, LocalTime.MIDNIGHT)
                    .plus(time.sinceMidnight())
                    .atZone(time.zone().id())
                    .toInstant();
            return new Reading(moment, time.zone().isSure());
        });
    }

    /** Arabic, Persian, Indian and full-width figures have the same order. */
    private static String inAsciiFigures(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return out.toString();
    }

    private static boolean isPlausible(Instant moment) {
        var year = moment.atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
