package dev.dateline.pipeline.page;

import dev.dateline.pipeline.DropReason;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is no article, and why. */
final class ArticleCheck {
    /**
     * Why a page ends here.
     *
     * @param detail the figures, for people
     */
    record Refusal(DropReason reason, String detail) {}

    /** The type of the fields of a login wall. */
    static final String PASSWORD = "password";
    /** The meta element that says what a page is. */
    static final String TYPE = "og:type";
    /** Less text than this is a scrap; scripts without spaces count for more ({@link TextSize}). */
    static final int SHORTEST = 120;
    /** A page with less text than this and a password field is a login wall. */
    private static final int LOGIN_WALL = 400;
    /** A page of teasers has many links and hardly any running text. */
    private static final int SECTION_PROSE = 250;

    /** So many captions and hardly any text are a gallery. */
    private static final int GALLERY = 4;

    private static final int SECTION_LINKS = 40;
    /** What a page is shows within so many characters. */
    private static final int HEAD = 2_000;

    private static final Set<String> READABLE =
            Set.of("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml");
    private static final Pattern FEED = Pattern.compile(
            "\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*+<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\\b",
            Pattern.DOTALL);
    private static final Pattern MARKUP = Pattern.compile("<\\s*[a-zA-Z!?]");

    private final Set<String> refusals;

    ArticleCheck(PageWords words) {
        this.refusals = words.notArticles().stream().map(Line::plain).collect(Collectors.toSet());
    }

    /** Looks at the bytes before they are decoded. */
    static @Nullable Refusal ofBytes(byte[] body, @Nullable String contentType, CleanerLimits limits) {
        if (body.length == 0) {
            return new Refusal(DropReason.EMPTY, "no body");
        }
        if (body.length > limits.maxBytes()) {
            return new Refusal(DropReason.TOO_LARGE, body.length + " bytes of at most " + limits.maxBytes());
        }
        var type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (isBinary(body) || (!type.isEmpty() && !READABLE.contains(type) && !looksLikeHtml(body))) {
            return new Refusal(DropReason.NOT_HTML, type.isEmpty() ? "binary" : type);
        }
        return null;
    }

    static @Nullable Refusal ofHtml(PageText html) {
        var head = html.head(HEAD);
        if (FEED.matcher(head).lookingAt()) {
            return new Refusal(DropReason.NOT_HTML, "a feed or sitemap");
        }
        return MARKUP.matcher(head).find() ? null : withoutMarkup(html.toString());
    }

    /** What is no page, unless its markup begins late. */
    private static @Nullable Refusal withoutMarkup(String html) {
        if (html.isBlank()) {
            return new Refusal(DropReason.EMPTY, "only white space");
        }
        return MARKUP.matcher(html).find() ? null : new Refusal(DropReason.NOT_HTML, "no markup");
    }

    @Nullable
    Refusal ofArticle(Page page, PageLayout layout, Content content, String title, String text) {
        if (layout.blocks().isEmpty() && text.isEmpty()) {
            return new Refusal(DropReason.EMPTY, "nothing to read");
        }
        int size = TextSize.of(text);
        if (size < LOGIN_WALL * 3 && refusals.contains(Line.plain(title))) {
            return new Refusal(DropReason.NOT_AN_ARTICLE, title);
        }
        boolean claimed = page.jsonLd().describesArticle() || says(page, "article");
        boolean sawLead = claimed && size >= SHORTEST;
        if (size < LOGIN_WALL && !sawLead && page.document().selectFirst("input[type=" + PASSWORD + "]") != null) {
            return new Refusal(DropReason.NOT_AN_ARTICLE, "login wall with " + size + " characters");
        }
        int links = layout.linkBlocks();
        if (content.prose() < SECTION_PROSE && links > SECTION_LINKS && !claimed) {
            return new Refusal(
                    DropReason.NOT_AN_ARTICLE,
                    "section page: " + links + " links, " + content.prose() + " characters of running text");
        }
        var teasers = size < SHORTEST ? Teasers.inPage(layout.blocks()) : Teasers.inContent(content.blocks());
        if (teasers.areAll() && !claimed) {
            return new Refusal(DropReason.NOT_AN_ARTICLE, "section page: " + teasers.count() + " teasers");
        }
        int pictured = content.captions().stream().mapToInt(TextSize::of).sum();
        if (size < SECTION_PROSE && content.captions().size() >= GALLERY && pictured > size) {
            return new Refusal(
                    DropReason.NOT_AN_ARTICLE, "gallery: " + content.captions().size() + " captions");
        }
        if (content.prose() < SECTION_PROSE && isVideo(page)) {
            return new Refusal(
                    DropReason.NOT_AN_ARTICLE, "video with " + content.prose() + " characters of running text");
        }
        boolean scraps = size < 3 * SHORTEST && content.prose() < SHORTEST && !content.described();
        if (scraps && size >= SHORTEST) {
            return new Refusal(
                    DropReason.TOO_SHORT, content.prose() + " characters of running text of at least " + SHORTEST);
        }
        return size < SHORTEST ? new Refusal(DropReason.TOO_SHORT, size + " characters of at least " + SHORTEST) : null;
    }

    /** Whether the page calls itself a video, and not an article that has one. */
    private static boolean isVideo(Page page) {
        return page.meta().getOrDefault(TYPE, "").startsWith("video")
                && !page.jsonLd().describesArticle();
    }

    private static boolean says(Page page, String type) {
        return type.equals(page.meta().get(TYPE));
    }

    private static boolean isBinary(byte[] body) {
        var start = new String(body, 0, Math.min(body.length, 8), StandardCharsets.ISO_8859_1);
        return start.startsWith("%PDF")
                || start.startsWith("\u0089PNG")
                || start.startsWith("GIF8")
                || start.startsWith("\u00ff\u00d8\u00ff")
                || start.startsWith("PK\u0003\u0004")
                || start.startsWith("\u001f\u008b");
    }

    private static boolean looksLikeHtml(byte[] body) {
        var head =
                new String(body, 0, Math.min(body.length, 1_024), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return head.contains("<html") || head.contains("<!doctype html");
    }
}
