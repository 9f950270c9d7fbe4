package dev.dateline.pipeline.feed;

import org.jspecify.annotations.Nullable;

/**
 * The address of what may be a feed or a sitemap.
 *
 * @param url absolute
 * @param title what the page calls it
 * @param basis how it was found, the surest first
 */
public record FoundFeed(String url, @Nullable String title, Basis basis) {

    /** Where an address was found. */
    public enum Basis {
        /** The page declares it as its feed. */
        DECLARED,
        /** The page has a link that looks like a feed. */
        LINKED,
        /** The site's robots.txt names it as a sitemap. */
        ROBOTS
    }
}
