package dev.dateline.fetcher.manners;

import java.time.Duration;

/**
 * How gently hosts are treated.
 *
 * @param spacing shortest time between the end of one request to a host and the start of the next
 * @param jitter up to this much is added to it at random, so that many hosts do not fall into step
 * @param firstBackOff pause after a first "too many requests" that names no time; doubles with each in a row
 * @param longestBackOff no pause is longer
 */
public record Politeness(Duration spacing, Duration jitter, Duration firstBackOff, Duration longestBackOff) {
    public static final Politeness DEFAULT =
            new Politeness(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofHours(6));
}
