package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import dev.dateline.pipeline.feed.FoundFeed.Basis;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the feeds and sitemaps that a site names: in a page, and in its robots.txt. Pure. */
public final class FeedLinks {
    private static final int MOST = 50;
    private static final int ROBOTS_BYTES = 500 << 10;

    private static final Pattern FEED_TYPE =
            Pattern.compile("(?i)application/(?:rss|atom|rdf|feed)\\+(?:xml|json)|text/(?:rss|atom)(?:\\+xml)?");
    private static final Pattern FEED_REL = Pattern.compile("(?i)(?:^|\\s)(?:alternate|feed)(?:\\s|$)");
    /** How feeds are called everywhere: a last part of the path, or a parameter of the query. */
    private static final Pattern FEED_PATH = Pattern.compile(
            "(?i)(?:/|^)(?:rss2?|feeds?|atom|rdf)(?:/|$)|(?:/|[._-])(?:rss2?|feed|atom|rdf)\\.(?:xml|php|aspx?|json)$|\\.(?:rss|atom|rdf)$");

    private static final Pattern FEED_QUERY =
            Pattern.compile("(?i)(?:^|&)(?:feed|format|type|alt)=(?:rss2?|atom|feed)(?:&|$)");
    /** Feeds of what readers write say nothing of the news. */
    private static final Pattern COMMENTS = Pattern.compile("(?i)/comments?(?:/|$)");

    private static final Pattern SITEMAP = Pattern.compile("(?im)^[ \\t\\ufeff]*sitemap[ \\t]*:[ \\t]*([^\\s#]+)");

    private FeedLinks() {}

    /**
     * Finds what a page names.
     *
     * @param contentType as the server sent it; it may be wrong or null
     * @param url where the page was found, after redirects
     * @return declared feeds before those that only look like some, each address once
     */
    public static List<FoundFeed> inPage(byte[] page, @Nullable String contentType, String url) {
        var document = PageDocument.parse(page, contentType, url);
        var base = WebUrl.parse(document.baseUri()).or(() -> WebUrl.parse(url)).orElse(null);
        return base == null ? List.of() : distinct(Stream.concat(declared(document, base), linked(document, base)));
    }

    /** Finds the sitemaps that a robots.txt names (sitemaps.org, "Submitting your sitemap"; RFC 9309, 2.2.4). */
    public static List<FoundFeed> inRobots(byte[] robots, String url) {
        var text = new String(robots, 0, Math.min(robots.length, ROBOTS_BYTES), StandardCharsets.UTF_8);
        var base = WebUrl.parse(url).orElse(null);
        return distinct(SITEMAP.matcher(text)
                .results()
                .map(match -> match.group(1))
                .flatMap(link -> (base == null ? WebUrl.parse(link) : base.resolve(link)).stream())
                .map(found -> new FoundFeed(found.toString(), null, Basis.ROBOTS)));
    }

    private static Stream<FoundFeed> declared(Document document, WebUrl base) {
        return document.select("link[href]").stream()
                .filter(link -> FEED_REL.matcher(link.attr("rel")).find()
                        && (FEED_TYPE.matcher(link.attr("type")).find()
                                || link.attr("rel").strip().equalsIgnoreCase("feed")))
                .flatMap(link -> found(link, base, title(link.attr("title")), Basis.DECLARED).stream());
    }

    private static Stream<FoundFeed> linked(Document document, WebUrl base) {
        return document.select("a[href]").stream()
                .filter(link -> FEED_TYPE.matcher(link.attr("type")).find()
                        || base.resolve(link.attr("href"))
                                .filter(FeedLinks::looksLikeFeed)
                                .isPresent())
                .flatMap(link -> found(link, base, title(link.text()), Basis.LINKED).stream());
    }

    private static boolean looksLikeFeed(WebUrl url) {
        return FEED_PATH.matcher(url.path()).find()
                || (url.query() != null && FEED_QUERY.matcher(url.query()).find());
    }

    private static Optional<FoundFeed> found(Element link, WebUrl base, @Nullable String title, Basis basis) {
        return base.resolve(link.attr("href"))
                .map(WebUrl::withoutFragment)
                .filter(url -> !COMMENTS.matcher(url.path()).find())
                .map(url -> new FoundFeed(url.toString(), title, basis));
    }

    private static @Nullable String title(String text) {
        return FeedLimits.DEFAULT.shortText(Optional.of(FeedMarkup.plain(text)));
    }

    private static List<FoundFeed> distinct(Stream<FoundFeed> found) {
        Map<String, FoundFeed> byUrl = new LinkedHashMap<>();
        found.forEach(feed -> byUrl.putIfAbsent(feed.url(), feed));
        return byUrl.values().stream().limit(MOST).toList();
    }
}
