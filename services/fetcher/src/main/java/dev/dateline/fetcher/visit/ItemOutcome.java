package dev.dateline.fetcher.visit;

import java.util.Locale;

/** What becomes of an item that a feed lists, besides the requests for its page. A closed set: each value is a metric label. */
public enum ItemOutcome {
    /** Its page was not known; it is asked for from now on. */
    LISTED,
    /** It has no link that can be followed. */
    NO_LINK,
    /** The feed lists more at once than {@code fetcher.max-items}, or than is read of any feed; it is looked at again with the next change of the feed. */
    OVER_LIMIT,
    /** Its page is kept from us, and what the feed carries of it has changed: a new version was published. */
    RENEWED,
    /** Its page was never had and is not asked for any more. */
    GIVEN_UP;

    /** The name as metrics show it: {@code no_link}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
