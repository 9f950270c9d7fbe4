package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.robots.RobotsVerdict;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.pipeline.feed.FeedPace;
import dev.dateline.schema.FeedItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a worker brings back from a {@link Task}. */
public sealed interface Fetched {
    Task task();

    /** When the answer was complete, in whole milliseconds. */
    Instant at();

    /**
     * A feed was asked for.
     *
     * @param listing what is in it; null unless the answer has content
     */
    record Polled(
            Task.Poll task,
            Instant at,
            Answer answer,
            @Nullable Listing listing) implements Fetched {}

    /**
     * An index of sitemaps, or one that it lists, was asked for.
     *
     * @param listing what is in this part; null unless the answer has content
     * @param reading what there is with this part
     */
    record PartRead(
            Task.Poll task,
            Instant at,
            Answer answer,
            @Nullable Listing listing,
            SitemapReading reading) implements Fetched {

        /** The poll, when this was the last part; it failed if no part could be read. */
        Polled whole() {
            return reading.listing() == null
                    ? new Polled(task, at, answer, listing)
                    : new Polled(task, at, reading.index(), reading.listing());
        }
    }

    /**
     * A page was asked for.
     *
     * @param bodyHash SHA-256 of its body; null unless the answer has content
     * @param canonical address that its identity is made of; null unless the answer has content
     */
    record Opened(
            Task.Page task,
            Instant at,
            Answer answer,
            @Nullable String bodyHash,
            @Nullable CanonicalUrl canonical) implements Fetched {}

    /**
     * A poll was done for an operator's eyes.
     *
     * @param poll how it went: {@link Polled} or {@link PartRead}
     * @param robots what the site's robots.txt says of the address; null when it is no web address
     * @param charset that the feed was read with; null when there is none
     * @param allowed what robots.txt says of listed pages whose site's rules are known
     */
    record Tried(
            Task.Trial task,
            Instant at,
            Fetched poll,
            @Nullable RobotsVerdict robots,
            @Nullable String charset,
            Map<String, Boolean> allowed)
            implements Fetched {
        public Tried {
            allowed = Map.copyOf(allowed);
        }
    }

    /** The turn went to the site's robots.txt, which was not known: the task is still to be done. */
    record RulesRead(Task task, Instant at, RobotsVerdict verdict) implements Fetched {}

    /** The site's robots.txt does not let us ask. */
    record Forbidden(Task.Page task, Instant at, RobotsVerdict verdict) implements Fetched {}

    /** The worker was surprised: a bug of ours, told to the log. */
    record Crashed(Task task, Instant at, String problem) implements Fetched {}

    /**
     * The content of a feed.
     *
     * @param bodyHash SHA-256 of its bytes
     * @param items empty when there is a problem
     * @param problem why it is no feed; null when it is one
     * @param pace how often the feed wants to be asked
     * @param omitted how many more items there are than are read
     */
    record Listing(
            String bodyHash, List<FeedItem> items, @Nullable String problem, FeedPace pace, int omitted) {
        public Listing {
            items = List.copyOf(items);
        }

        /** The content of what was read to its end and does not say how often it wants to be asked. */
        public Listing(String bodyHash, List<FeedItem> items, @Nullable String problem) {
            this(bodyHash, items, problem, FeedPace.UNSAID, 0);
        }
    }
}
