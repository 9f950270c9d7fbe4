package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.DateReader.Found;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Tells moments as the page's own clock shows them. Content systems write UTC into the head of a page whose readers see
 * their own day: at 20:25 in New York a story has the date of tomorrow there.
 */
final class LocalDates {
    private static final Duration EAST = Duration.ofHours(14);
    private static final Duration WEST = Duration.ofHours(12);
    private static final int QUARTER = 15 * 60;
    private static final int SLACK = 60;

    private LocalDates() {}

    /** Whether a moment may fall on a day in some zone. */
    static boolean mayBeOn(PageDate moment, LocalDate day) {
        var midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return !moment.instant().isBefore(midnight.minus(EAST))
                && moment.instant().isBefore(midnight.plus(Duration.ofDays(1)).plus(WEST));
    }

    /**
     * A moment that the head tells in UTC, with the offset of the page's clock: another claim's when it names the same
     * moment, else what lies between the moment and the printed time. With neither, the printed day and the exact moment.
     */
    static Found told(Found moment, PageDate printed, List<Found> claims) {
        for (var claim : claims) {
            if (!claim.date().isUtc()
                    && claim.date().hasOffset()
                    && claim.date().day().equals(printed.day())
                    && apart(claim.date(), moment.date()) <= SLACK) {
                return new Found(claim.date(), claim.from());
            }
        }
        if (!printed.isDay()) {
            long ahead = printed.clock().toEpochSecond(ZoneOffset.UTC)
                    - moment.date().instant().getEpochSecond();
            long offset = Math.round((double) ahead / QUARTER) * QUARTER;
            if (Math.abs(ahead - offset) <= SLACK && offset <= EAST.toSeconds() && offset >= -WEST.toSeconds()) {
                var zone = ZoneOffset.ofTotalSeconds((int) offset);
                return new Found(PageDate.of(moment.date().instant().atOffset(zone)), moment.from());
            }
        }
        return new Found(new PageDate(moment.date().instant(), printed.day().toString()), moment.from());
    }

    private static long apart(PageDate one, PageDate other) {
        return Math.abs(Duration.between(one.instant(), other.instant()).toSeconds());
    }
}
