package dev.dateline.fetcher.visit;

import java.time.Duration;

/**
 * How often the web is asked.
 *
 * @param interval between two polls of a feed
 * @param backOff after failures
 * @param revisits of article pages
 * @param mostItems of a feed that are followed
 * @param rememberFor how long a page is remembered that needs no more visits; a feed that still lists it keeps it longer
 */
public record FrontierRules(
        PollInterval interval, BackOff backOff, RevisitPlan revisits, int mostItems, Duration rememberFor) {
    private static final int LONGER_ELSEWHERE = 4;

    /**
     * How long a page is remembered whose feed is polled by another instance, since it is not known here what that lists. With the
     * default of 30 days it is as long as the deduplicator knows an article, so that none comes back as news.
     */
    Duration rememberElsewhereFor() {
        return rememberFor.multipliedBy(LONGER_ELSEWHERE);
    }
}
