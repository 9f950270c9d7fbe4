package dev.dateline.pipeline.feed;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of feeds as readers of feeds exchange it (OPML 1.0 and 2.0, subscription lists).
 *
 * @param subscriptions in the order of the list, each address once
 * @param faults outlines that mean a feed and do not name one, and what is beyond the bounds of a list
 */
public record Opml(@Nullable String title, List<Subscription> subscriptions, List<Fault> faults) {

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

    /**
     * What could not be read.
     *
     * @param line counted from 1
     * @param what to be read behind a file and a line
     */
    public record Fault(int line, String what) {}

    public Opml {
        subscriptions = List.copyOf(subscriptions);
        faults = List.copyOf(faults);
    }

    public Opml(@Nullable String title, List<Subscription> subscriptions) {
        this(title, subscriptions, List.of());
    }

    /** Reads a list, however malformed; empty when the document is none. */
    public static Optional<Opml> read(byte[] bytes) {
        return new OpmlReader(FeedLimits.DEFAULT).read(FeedText.decode(bytes, null));
    }

    /** Writes the list as OPML 2.0. */
    public String toXml() {
        return OpmlWriter.write(this);
    }
}
