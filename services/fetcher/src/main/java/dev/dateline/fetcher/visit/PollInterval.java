package dev.dateline.fetcher.visit;

import dev.dateline.pipeline.feed.FeedPace;
import dev.dateline.schema.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait until a feed is polled again: half as long when there was something new, half as long again when there was
 * not, and the shortest time when so much was new that items may have been missed. The shortest time is longer where the feed
 * asks for that, unless its source names one.
 *
 * @param shortest unless the source says otherwise
 * @param longest unless the source says otherwise
 */
public record PollInterval(Duration shortest, Duration longest) {
    /**
     * The most that a feed's own word can slow it down. Most such words are a default of software or of a cache, of a day or a
     * year, that no editor has thought of; one request an hour, answered by "not modified", is a burden to nobody, and news that
     * are older are none.
     */
    static final Duration LONGEST_HINT = Duration.ofHours(1);

    /** Feeds turn over: with this share of new items, the next poll must not come later. */
    private static final int FLOOD = 4;

    /**
     * Gives the next interval.
     *
     * @param last the interval before this poll; null for the first
     * @param hint shortest interval that the feed asks for; null when it does not
     * @param fresh items that were not known
     * @param listed items in the feed
     */
    public Duration next(Source source, @Nullable Duration last, @Nullable Duration hint, int fresh, int listed) {
        var own = bound(source.getMinIntervalSeconds(), shortest);
        var least = isOperators(source) || hint == null
                ? own
                : longer(own, shorter(cap(source), heeded(hint, last, fresh, listed)));
        if (last == null || fresh * FLOOD > listed) {
            return least;
        }
        var next = fresh > 0 ? last.dividedBy(2) : last.multipliedBy(3).dividedBy(2);
        return longer(least, shorter(most(source), next));
    }

    /** Gives an interval that does not end when the feed is not to be asked, if that is soon over. */
    Duration outsideSkipped(Source source, Instant from, Duration wait, FeedPace pace) {
        if (isOperators(source)) {
            return wait;
        }
        var open = Duration.between(from, pace.afterSkipped(from.plus(wait)));
        return longer(wait, shorter(open, shorter(most(source), wait.plus(LONGEST_HINT))));
    }

    /** Half of the list must not turn over meanwhile: to miss an item is worse than to ask early. */
    private static Duration heeded(Duration hint, @Nullable Duration last, int fresh, int listed) {
        return last == null || fresh == 0
                ? hint
                : shorter(hint, last.multipliedBy(listed).dividedBy(2L * fresh));
    }

    /** An operator who names the shortest interval of a source has looked at it. */
    private static boolean isOperators(Source source) {
        return source.getMinIntervalSeconds() != null;
    }

    private Duration cap(Source source) {
        return shorter(most(source), LONGEST_HINT);
    }

    private Duration most(Source source) {
        return bound(source.getMaxIntervalSeconds(), longest);
    }

    private static Duration bound(@Nullable Integer seconds, Duration otherwise) {
        return seconds == null ? otherwise : Duration.ofSeconds(seconds);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
