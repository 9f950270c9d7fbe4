package dev.dateline.pipeline.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed wants to be asked, in its own words: RSS 2.0 and the syndication module of RSS 1.0 have some, Atom and JSON
 * Feed have none. It is what was written, sane or not.
 *
 * @param interval shortest time between two polls; null when the feed does not say
 * @param skipHours hours of the day, 0 to 23 in UTC, in which it is not to be asked
 * @param skipDays days, in UTC, on which it is not to be asked
 */
public record FeedPace(@Nullable Duration interval, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    /** That of a feed that says nothing of it. */
    public static final FeedPace UNSAID = new FeedPace(null, Set.of(), Set.of());

    private static final int HOURS_A_WEEK = 7 * 24;

    public FeedPace {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }

    /** Gives a moment, or the end of the hours that are skipped when it falls into them; a feed that skips all of the week skips none. */
    public Instant afterSkipped(Instant moment) {
        var open = moment;
        for (int hour = 0; hour < HOURS_A_WEEK; hour++) {
            if (!isSkipped(open.atOffset(ZoneOffset.UTC))) {
                return open;
            }
            open = open.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return moment;
    }

    private boolean isSkipped(OffsetDateTime moment) {
        return skipHours.contains(moment.getHour()) || skipDays.contains(moment.getDayOfWeek());
    }
}
