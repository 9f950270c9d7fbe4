package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML sitemaps (sitemaps.org 0.9), with or without the Google News extension, and indexes of them, compressed or not, as
 * leniently as {@link FeedParser} reads feeds. Anything else is read as a feed: sitemaps.org lets sites give one as their
 * sitemap. Pure and thread-safe.
 */
public final class SitemapParser {
    private static final FeedLimits LIMITS = FeedLimits.DEFAULT;

    private SitemapParser() {}

    /**
     * Reads a sitemap.
     *
     * @param contentType as the server sent it; it may be wrong or null
     * @param url where the sitemap was found, after redirects: relative links are resolved against it
     */
    public static FeedResult parse(byte[] bytes, @Nullable String contentType, String url) {
        var plain = Gunzip.head(bytes, LIMITS.bytes());
        var document = MendedXml.document(FeedText.decode(plain, contentType).strip(), LIMITS);
        var base = WebUrl.parse(url).orElse(null);
        for (var element : document.children()) {
            switch (FeedNames.local(element)) {
                case "urlset" -> {
                    return new SitemapReader(LIMITS, element, base).pages();
                }
                case "sitemapindex" -> {
                    return new SitemapReader(LIMITS, element, base).index();
                }
                default -> {}
            }
        }
        return FeedParser.parse(plain, contentType, url);
    }
}
