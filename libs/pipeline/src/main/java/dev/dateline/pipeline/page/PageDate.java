package dev.dateline.pipeline.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A date that a page gives.
 *
 * @param instant the moment; midnight UTC when the page gives a day only, UTC when it gives no offset
 * @param text ISO 8601, as precise as the page is and with its own offset
 */
record PageDate(Instant instant, String text) {
    private static final int DAY_LENGTH = "2026-03-01".length();
    /** Where an offset's sign stands at the earliest: behind "2026-03-01T". */
    private static final int CLOCK = DAY_LENGTH + 1;

    static PageDate of(LocalDate day) {
        return new PageDate(day.atStartOfDay(ZoneOffset.UTC).toInstant(), day.toString());
    }

    /** A time of day, without an offset when the page gives none. */
    static PageDate of(LocalDateTime time, @Nullable ZoneOffset offset) {
        return offset == null
                ? new PageDate(time.toInstant(ZoneOffset.UTC), time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME))
                : of(time.atOffset(offset));
    }

    static PageDate of(OffsetDateTime moment) {
        return new PageDate(moment.toInstant(), moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    boolean isDay() {
        return text.indexOf('T') < 0;
    }

    boolean hasOffset() {
        return isUtc() || (!isDay() && (text.indexOf('+', CLOCK) > 0 || text.indexOf('-', CLOCK) > 0));
    }

    /** Whether the moment is told in UTC, which says nothing of where the page is read. */
    boolean isUtc() {
        return text.endsWith("Z");
    }

    /** The day on the page's own calendar. */
    LocalDate day() {
        return LocalDate.of(number(0, 4), number(5, 7), number(8, DAY_LENGTH));
    }

    private int number(int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** The time that the page's own clock shows; midnight when it gives a day only. */
    LocalDateTime clock() {
        var day = day().atStartOfDay();
        if (isDay()) {
            return day;
        }
        return hasOffset() ? OffsetDateTime.parse(text).toLocalDateTime() : LocalDateTime.parse(text);
    }
}
