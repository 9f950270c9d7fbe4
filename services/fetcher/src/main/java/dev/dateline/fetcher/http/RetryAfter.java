package dev.dateline.fetcher.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the Retry-After header field (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {
    /** Longer than this no server keeps us away with one answer. */
    static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /** Gives how long to stay away; null when the field is absent, unreadable or in the past. */
    static @Nullable Duration parse(@Nullable String value, Instant now) {
        if (value == null) {
            return null;
        }
        var wait = value.strip().matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(value.strip()))
                : until(value, now);
        if (wait == null || wait.isNegative() || wait.isZero()) {
            return null;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
