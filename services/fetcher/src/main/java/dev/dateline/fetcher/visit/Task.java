package dev.dateline.fetcher.visit;

import dev.dateline.schema.FeedItem;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceCommand;
import org.jspecify.annotations.Nullable;

/** One thing to ask the web for, with all that a worker needs to know: it reads no shared state. */
public sealed interface Task {
    Source source();

    /** The address to ask for. */
    String url();

    /** What was known of the address when the task was made; null for a feed that was never asked for. */
    @Nullable
    FetchVisit visit();

    /** The word for it in metrics. */
    String kind();

    /**
     * Looks what is new in a source's feed or sitemap.
     *
     * @param reading the sitemap in parts that the address belongs to; null when the poll begins
     */
    record Poll(
            Source source,
            String url,
            @Nullable FetchVisit visit,
            @Nullable SitemapReading reading) implements Task {
        @Override
        public String kind() {
            return "feed";
        }
    }

    /**
     * Does a poll that an operator wants to see: it changes nothing, and nothing is published of it.
     *
     * @param order of whoever waits for it
     * @param poll without anything that is known, so that the answer is whole
     */
    record Trial(SourceCommand order, Poll poll) implements Task {
        @Override
        public Source source() {
            return poll.source();
        }

        @Override
        public String url() {
            return poll.url();
        }

        @Override
        public @Nullable FetchVisit visit() {
            return poll.visit();
        }

        @Override
        public String kind() {
            return "trial";
        }
    }

    /**
     * Opens an article's page, for the first time or again.
     *
     * @param link canonical form of the address, which the page is remembered by
     * @param item what the feed said of it; null when that is not known
     */
    record Page(
            Source source,
            String link,
            FetchVisit visit,
            @Nullable FeedItem item) implements Task {
        @Override
        public String url() {
            return visit.getUrl();
        }

        @Override
        public String kind() {
            return "page";
        }

        /** Says whether the page was had before. */
        public boolean isRevisit() {
            return visit.getArticleId() != null;
        }
    }
}
