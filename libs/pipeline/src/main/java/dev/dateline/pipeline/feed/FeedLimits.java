package dev.dateline.pipeline.feed;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much of a feed is read; what is beyond is left out, never an error.
 *
 * @param bytes of a compressed sitemap, once decompressed
 * @param entries items of the feed
 * @param depth nesting of elements or objects
 * @param title characters of a title or another short text
 * @param text characters of a summary or content
 * @param values authors or categories of one item
 * @param links of one item
 */
record FeedLimits(int bytes, int entries, int depth, int title, int text, int values, int links) {
    static final FeedLimits DEFAULT = new FeedLimits(10 << 20, 1_000, 100, 1_000, 200_000, 100, 500);

    /** What no text may hold (XML 1.0, 2.2): PostgreSQL would refuse it, and readers show nothing for it. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r\\u0085]]");

    private static final char DELETE = '\u007f';
    private static final char LAST_CONTROL = '\u009f';

    /** Cuts a text, never between the halves of a surrogate pair. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** How many of so many entries are not read. */
    int omitted(int found) {
        return Math.max(0, found - entries);
    }

    @Nullable
    String shortText(Optional<String> text) {
        return present(text, title);
    }

    @Nullable
    String longText(Optional<String> found) {
        return present(found, text);
    }

    /** A look before the expression is asked: hardly any text has such a character. */
    private static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c >= DELETE && c <= LAST_CONTROL) {
                return CONTROL.matcher(text).replaceAll("");
            }
        }
        return text;
    }

    private static @Nullable String present(Optional<String> text, int most) {
        return text.map(value -> cut(printable(value).strip(), most))
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }
}
