package dev.dateline.pipeline.feed;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of feeds as readers of feeds exchange it (OPML 1.0 and 2.0, subscription lists).
 *
 * @param subscriptions in the order of the list, each address once
 * @param truncated true when the list has more than are read
 */
public record Opml(@Nullable String title, List<Subscription> subscriptions, boolean truncated) {

    /**
     * One feed.
     *
     * @param url of the feed, absolute
     * @param page the web page that the feed belongs to
     * @param folders names of the outlines around it, the outermost first
     */
    public record Subscription(
            String url,
            @Nullable String title,
            @Nullable String page,
            @Nullable String language,
            List<String> folders) {
        public Subscription {
            folders = List.copyOf(folders);
        }
    }

    public Opml {
        subscriptions = List.copyOf(subscriptions);
    }

    /** Reads a list, however malformed; empty when the document is none. */
    public static Optional<Opml> read(byte[] bytes) {
        return new OpmlReader(FeedLimits.DEFAULT)
                .read(FeedText.decode(bytes, null).strip());
    }

    /** Writes the list as OPML 2.0. */
    public String toXml() {
        return OpmlWriter.write(this);
    }
}
