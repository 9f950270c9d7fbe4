package dev.dateline.pipeline.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A link of a feed or one of its items.
 *
 * @param url absolute
 * @param rel what it leads to: alternate, enclosure, comments, self...
 * @param type media type; empty when the feed does not say
 * @param length bytes, when the feed says so
 */
public record FeedLink(
        String url,
        String rel,
        String type,
        @Nullable String title,
        @Nullable Long length) {
    static final String ALTERNATE = "alternate";
    static final String ENCLOSURE = "enclosure";
    /** What Media RSS adds: files like enclosures, of which one item may have many forms. */
    static final String MEDIA = "media";
    /** Longest number of bytes that is believed. */
    private static final int LENGTH_DIGITS = 18;

    FeedLink(String url, String rel, String type) {
        this(url, rel, type, null, null);
    }

    boolean isAlternate() {
        return rel.equals(ALTERNATE);
    }

    boolean isImage() {
        return type.startsWith("image");
    }

    /** Reads a number of bytes; what is no number says nothing. */
    static @Nullable Long length(String digits) {
        return Optional.of(digits.strip())
                .filter(text -> !text.isEmpty() && text.length() <= LENGTH_DIGITS)
                .filter(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Long::valueOf)
                .orElse(null);
    }
}
