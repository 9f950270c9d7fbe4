package dev.dateline.pipeline.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sitemap that lists other sitemaps.
 *
 * @param parts the one that changed last first, those that do not say when at the end, in the order of {@link UndatedOrder}
 * @param truncated true when the index has more parts than are read
 */
public record SitemapIndex(List<Part> parts, boolean truncated) implements FeedResult {

    /**
     * One sitemap.
     *
     * @param url absolute
     * @param changed null when the index does not say
     */
    public record Part(String url, @Nullable Instant changed) {}

    public SitemapIndex {
        parts = List.copyOf(parts);
    }
}
