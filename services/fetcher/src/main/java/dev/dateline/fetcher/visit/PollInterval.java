package dev.dateline.fetcher.visit;

import dev.dateline.schema.Source;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait until a feed is polled again: half as long when there was something new, half as long again when there was
 * not, and the shortest time when so much was new that items may have been missed.
 *
 * @param shortest unless the source says otherwise
 * @param longest unless the source says otherwise
 */
public record PollInterval(Duration shortest, Duration longest) {
    /** Feeds turn over: with this share of new items, the next poll must not come later. */
    private static final int FLOOD = 4;

    /**
     * Gives the next interval.
     *
     * @param last the interval before this poll; null for the first
     * @param fresh items that were not known
     * @param listed items in the feed
     */
    public Duration next(Source source, @Nullable Duration last, int fresh, int listed) {
        var least = bound(source.getMinIntervalSeconds(), shortest);
        var most = bound(source.getMaxIntervalSeconds(), longest);
        if (last == null || fresh * FLOOD > listed) {
            return least;
        }
        var next = fresh > 0 ? last.dividedBy(2) : last.multipliedBy(3).dividedBy(2);
        return next.compareTo(least) < 0 ? least : next.compareTo(most) > 0 ? most : next;
    }

    private static Duration bound(@Nullable Integer seconds, Duration otherwise) {
        return seconds == null ? otherwise : Duration.ofSeconds(seconds);
    }
}
