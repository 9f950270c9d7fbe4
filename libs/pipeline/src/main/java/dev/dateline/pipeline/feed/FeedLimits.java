package dev.dateline.pipeline.feed;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much of a feed is read; what is beyond is left out, never an error. An item is at most 0.9 MB by that, whatever it is written in:
 * less than the megabyte that a record of Kafka may have.
 *
 * @param bytes of a compressed sitemap, once decompressed
 * @param entries items of the feed
 * @param depth nesting of elements or objects
 * @param title characters of a title or another short text
 * @param text bytes, in UTF-8, of a summary or content
 * @param values authors or categories of one item
 * @param value characters of an author or a category
 * @param links of one item
 */
record FeedLimits(int bytes, int entries, int depth, int title, int text, int values, int value, int links) {
    static final FeedLimits DEFAULT = new FeedLimits(10 << 20, 1_000, 100, 1_000, 350_000, 100, 300, 500);

    /** What no text may hold (XML 1.0, 2.2): PostgreSQL would refuse it, and readers show nothing for it. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r\\u0085]]");

    /** Bytes of a char in UTF-8; the two of a surrogate pair have four together. */
    private static final int LONGEST_CHARACTER = 3;
    /** How the second and later bytes of a character begin (RFC 3629). */
    private static final int CONTINUATION = 0x80;

    private static final int CONTINUATION_MASK = 0xc0;

    private static final char DELETE = '\u007f';
    private static final char LAST_CONTROL = '\u009f';

    /** Cuts a text, never between the halves of a surrogate pair. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Cuts a text to so many bytes in UTF-8, never within a character. */
    static String cutToBytes(String text, int most) {
        if (text.length() <= most / LONGEST_CHARACTER) {
            return text;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= most) {
            return text;
        }
        int end = most;
        while ((bytes[end] & CONTINUATION_MASK) == CONTINUATION) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** How many of so many entries are not read. */
    int omitted(int found) {
        return Math.max(0, found - entries);
    }

    @Nullable
    String shortText(Optional<String> text) {
        return present(text, kept -> cut(kept, title));
    }

    @Nullable
    String longText(Optional<String> found) {
        return present(found, kept -> cutToBytes(kept, text));
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

    private static @Nullable String present(Optional<String> text, UnaryOperator<String> cut) {
        return text.map(value -> cut.apply(printable(value).strip()))
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }
}
