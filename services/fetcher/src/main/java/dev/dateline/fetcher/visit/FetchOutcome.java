package dev.dateline.fetcher.visit;

import java.util.Locale;

/**
 * How a request ended when it got an answer; {@link dev.dateline.fetcher.http.FetchFailure} has the other endings. A closed
 * set: each value is a metric label.
 */
public enum FetchOutcome {
    /** A page was published for the first time, or a feed was read for the first time. */
    NEW,
    /** Other content than last time. */
    CHANGED,
    /** The same content as last time. */
    UNCHANGED,
    /** The page is an article that was published already, under another link. */
    KNOWN,
    /** The page leads to another article than it did. */
    MOVED,
    /** The address leads to another site, whose turn it is now. */
    ELSEWHERE,
    /** Not there (404). */
    MISSING,
    /** Not there for good (410), and never was for us. */
    GONE,
    /** The article was taken down, and subscribers are told. */
    WITHDRAWN,
    /** The article seems to be taken down, but so much of its host fails that the host is not believed. */
    HELD,
    /** The page is kept from us, and the article was published as its feed carries it. */
    FROM_FEED,
    /** The site's robots.txt was read. */
    ROBOTS_READ,
    /** An index of sitemaps or one of its parts was read; more are to come before the poll ends. */
    PART_READ,
    /** A poll was done for an operator's eyes, whatever it gave. */
    TRIED,
    /** The answer is no feed. */
    NOT_A_FEED,
    /** The answer is no text: a picture, a film, a document. */
    NOT_A_PAGE,
    /** The source was removed, or went to another instance, while the request was under way. */
    STALE,
    /** A bug of ours; the log has it. */
    CRASHED;

    /** The name as metrics show it: {@code not_a_feed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
