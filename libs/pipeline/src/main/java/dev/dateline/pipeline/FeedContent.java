package dev.dateline.pipeline;

import dev.dateline.schema.FeedItem;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * An article that its feed carries in full: it stands for the page where the page cannot be had. Many feeds carry no more than
 * the beginning; one that says so at its end, or is short, is none.
 */
public final class FeedContent {
    /** Shortest text that is taken for a whole article, in characters: short news, but longer than teasers are. */
    private static final int SHORTEST = 500;
    /** How the beginning of an article ends that goes on elsewhere. */
    private static final Pattern CUT_OFF =
            Pattern.compile("(?:…|\\.\\.\\.|\\[&hellip;]|[>→])[\\])]?\\s*$|^[^«]*»\\s*$");

    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n\\s*\\n");

    private FeedContent() {}

    /** Gives the article as a page of its own; empty when the feed does not carry the whole of it. */
    public static Optional<String> page(@Nullable FeedItem item) {
        if (item == null || item.getContent() == null) {
            return Optional.empty();
        }
        var text = Jsoup.parseBodyFragment(item.getContent()).text();
        return text.length() < SHORTEST || CUT_OFF.matcher(text).find()
                ? Optional.empty()
                : Optional.of(page(item, item.getContent()));
    }

    private static String page(FeedItem item, String content) {
        var title = item.getTitle() == null ? "" : Entities.escape(item.getTitle());
        var language = item.getLanguage() == null ? "" : " lang=\"" + Entities.escape(item.getLanguage()) + "\"";
        return "<!DOCTYPE html><html" + language + "><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body><article><h1>" + title + "</h1>" + inParagraphs(content)
                + "</article></body></html>";
    }

    /** JSON feeds may carry plain text. */
    private static String inParagraphs(String content) {
        return content.indexOf('<') >= 0
                ? content
                : "<p>" + PARAGRAPH_END.matcher(content).replaceAll("</p><p>") + "</p>";
    }
}
