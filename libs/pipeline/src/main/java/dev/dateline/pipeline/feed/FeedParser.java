package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import dev.dateline.pipeline.feed.FeedProblem.Kind;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and JSON Feed 1.x, from any bytes. Malformed feeds are read as far as they
 * go: a strict parser would lose every feed with a stray ampersand. Document types are skipped, so no entity of the feed's
 * own is ever expanded. Pure and thread-safe.
 */
public final class FeedParser {
    private static final FeedLimits LIMITS = FeedLimits.DEFAULT;
    private static final int SHOWN = 60;

    private FeedParser() {}

    /**
     * Reads a feed.
     *
     * @param contentType as the server sent it; it may be wrong or null
     * @param url where the feed was found, after redirects: relative links are resolved against it
     */
    public static FeedResult parse(byte[] bytes, @Nullable String contentType, String url) {
        var text = FeedText.decode(bytes, contentType).strip();
        if (text.isEmpty()) {
            return new FeedProblem(Kind.EMPTY, bytes.length + " bytes");
        }
        var base = WebUrl.parse(url).orElse(null);
        return switch (text.charAt(0)) {
            case '{', '[' -> new JsonFeedReader(LIMITS, base).read(text);
            default -> parseXml(text, base);
        };
    }

    /** Names the charset that a feed is read with: what {@link #parse} makes of the bytes and of what is said about them. */
    public static String charsetOf(byte[] bytes, @Nullable String contentType) {
        return FeedText.read(bytes, contentType).charset().name();
    }

    private static FeedResult parseXml(String text, @Nullable WebUrl base) {
        if (text.indexOf('<') < 0) {
            return new FeedProblem(Kind.NO_MARKUP, "starts with " + FeedLimits.cut(text, SHOWN));
        }
        var document = MendedXml.document(text, LIMITS);
        for (var element : document.children()) {
            switch (FeedNames.local(element)) {
                case "rss", "rdf", "channel" -> {
                    return new RssReader(LIMITS, element, base).read();
                }
                case "feed" -> {
                    return new AtomReader(LIMITS, element, base).read();
                }
                default -> {}
            }
        }
        return problem(document);
    }

    private static FeedProblem problem(Document document) {
        var root = document.firstElementChild();
        if (root == null) {
            return new FeedProblem(Kind.NO_MARKUP, "no element");
        }
        var name = FeedNames.local(root);
        return new FeedProblem(
                name.equals("html") || name.equals("body") ? Kind.WEB_PAGE : Kind.OTHER_XML,
                "root element " + FeedLimits.cut(root.tagName(), SHOWN));
    }
}
