package dev.dateline.fetcher.visit;

import dev.dateline.schema.FetchVisit;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When a feed is asked for all of it, though a validator of the copy that is known is at hand (RFC 9110, 13.1): with its first
 * poll of a day, and until one has succeeded. Some servers and caches keep an ETag while the content changes, and would say "not modified" for ever. The days
 * of each feed begin at a time of its own, so that no hour of the day brings the whole of all feeds. Pure.
 */
public final class WholeLook {
    private static final Integer NOT_MODIFIED = 304;
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private WholeLook() {}

    /** Says whether it is time; never for an article page, of which the last revisit is such a look. */
    public static boolean isDue(FetchVisit visit, Instant now) {
        return visit.getFeed()
                && (hasFailed(visit) || day(visit.getUrl(), visit.getLastAttempt()) != day(visit.getUrl(), now));
    }

    /** A server that says "not modified" unasked knows no other answer: it is asked as it wants to be. */
    private static boolean hasFailed(FetchVisit visit) {
        return visit.getConsecutiveFailures() > 0 && !Objects.equals(visit.getHttpStatus(), NOT_MODIFIED);
    }

    private static long day(String url, Instant at) {
        return Math.floorDiv(at.getEpochSecond() + Math.floorMod(url.hashCode(), DAY_SECONDS), DAY_SECONDS);
    }
}
