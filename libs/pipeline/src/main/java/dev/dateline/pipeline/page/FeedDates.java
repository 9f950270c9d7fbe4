package dev.dateline.pipeline.page;

import java.time.Duration;
import java.time.Instant;

/** Compares a page's date that has no zone with the feed's, which has one. */
final class FeedDates {
    /** Clocks on land run at most so far ahead of UTC and behind it. */
    private static final Duration EAST = Duration.ofHours(14);

    private static final Duration WEST = Duration.ofHours(12);
    /** All zones in use differ from UTC by a multiple of this. */
    private static final long ZONE_STEP = 15;

    private static final long SECONDS = 60;

    private FeedDates() {}

    /** Whether the feed's date is to be taken: it names the same moment with its zone, or the page's would lie ahead. */
    static boolean settle(PageDate page, Instant feed, Instant fetchedAt) {
        if (page.hasOffset() || feed.isAfter(fetchedAt)) {
            return false;
        }
        return page.instant().isAfter(fetchedAt) || (page.isDay() ? isOnDay(page, feed) : isSameMinute(page, feed));
    }

    private static boolean isOnDay(PageDate page, Instant feed) {
        return !feed.isBefore(page.instant().minus(EAST))
                && feed.isBefore(page.instant().plus(Duration.ofDays(1)).plus(WEST));
    }

    /** Whether the page's clock and the feed's show the same minute in some zone. */
    private static boolean isSameMinute(PageDate page, Instant feed) {
        long ahead = page.instant().getEpochSecond() / SECONDS - feed.getEpochSecond() / SECONDS;
        return ahead <= EAST.toMinutes() && ahead >= -WEST.toMinutes() && ahead % ZONE_STEP == 0;
    }
}
