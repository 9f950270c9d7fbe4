package dev.dateline.pipeline.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed, or a sitemap, and what it announces.
 *
 * @param title in plain text
 * @param link the web page that the feed belongs to
 * @param language BCP 47, as found
 * @param detail all that the feed says of itself, as written
 * @param pace how often it wants to be asked
 * @param entries in the order of the feed; those of a sitemap, which has no order, newest first
 * @param omitted how many more entries the feed has than are read
 */
public record Feed(
        Format format,
        @Nullable String title,
        @Nullable String link,
        @Nullable String language,
        FeedDetail detail,
        FeedPace pace,
        List<FeedEntry> entries,
        int omitted)
        implements FeedResult {

    /** Families of feed formats; all versions of one are read alike. */
    public enum Format {
        RSS,
        ATOM,
        JSON,
        SITEMAP
    }

    public Feed {
        entries = List.copyOf(entries);
    }

    /** Says whether the feed has more entries than are read. */
    public boolean truncated() {
        return omitted > 0;
    }
}
