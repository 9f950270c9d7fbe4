package dev.dateline.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Walks over the bytes of a page's head without building a document, for those who want a few of its tags from every page that is fetched.
 * A tenth of the work of a parser: heads are mostly scripts, styles and long attributes.
 *
 * <p>The head is what the HTML standard's insertion modes "before head" to "after head" take for it: it ends at the first text or tag
 * that belongs to a body, whether or not {@code </head>} came before. What {@code noscript} and {@code template} hold is skipped, as a
 * browser does: a tracking image for readers without scripts does not end the head.
 */
final class PageHead {
    private static final Set<String> HELD_AS_TEXT =
            Set.of("script", "style", "title", "noscript", "noframes", "template");
    private static final Set<String> HELD = Set.of("html", "head", "meta", "link", "base", "basefont", "bgsound");
    private static final Set<String> ENDED_BY = Set.of("body", "html", "br");
    private static final int LONGEST_NAME = 16;
    private static final int LOWER_CASE = 0x20;

    private final byte[] bytes;
    private final int end;
    private int at;

    /** @param end how many of the bytes may be read */
    PageHead(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = Math.min(bytes.length, end);
    }

    /**
     * Gives the text of some of the head's tags, one after the other, ready for a parser.
     *
     * @param word ASCII, lower case: {@code link} tags without it are left out, in whatever case they have it
     * @return {@code base} and {@code link} tags, or nothing when no {@code link} has the word
     */
    String baseAndLinks(String word) {
        var tags = new StringBuilder();
        boolean found = false;
        at = startsWith("\u00ef\u00bb\u00bf", 0) ? 3 : 0;
        for (int start = nextTag(); start >= 0; start = nextTag()) {
            var name = nameAt(start + 1);
            boolean isLink = name.equals("link") && indexOf(word, start, at) >= 0;
            if (isLink || name.equals("base")) {
                tags.append(new String(bytes, start, at - start, StandardCharsets.UTF_8));
                found |= isLink;
            }
        }
        return found ? tags.toString() : "";
    }

    /** Goes past the next start tag of the head, and gives where it began; -1 when there is none. */
    private int nextTag() {
        while (at < end) {
            if (isSpace(bytes[at])) {
                at++;
            } else if (startsWith("<!--", at)) {
                at = afterComment();
            } else if (startsWith("<!", at) || startsWith("<?", at)) {
                at = after('>', at);
            } else if (startsWith("</", at)) {
                at = ENDED_BY.contains(nameAt(at + 2)) ? end : after('>', at);
            } else {
                return bytes[at] == '<' ? startTag() : -1;
            }
        }
        return -1;
    }

    private int startTag() {
        int start = at;
        var name = nameAt(start + 1);
        boolean isText = HELD_AS_TEXT.contains(name);
        int closed = isText || HELD.contains(name) ? afterTag(start) : -1;
        if (closed < 0) {
            return -1;
        }
        at = isText ? afterElement(name, closed) : closed;
        return start;
    }

    /** A quote within a value that has none around it, as in {@code content=it's}, opens nothing. */
    private int afterTag(int start) {
        boolean value = false;
        for (int next = start; next < end; next++) {
            byte found = bytes[next];
            if (found == '>') {
                return next + 1;
            }
            if (value && (found == '"' || found == '\'')) {
                next = after(found, next + 1) - 1;
            }
            value = found == '=' || value && isSpace(found);
        }
        return -1;
    }

    private int afterElement(String name, int from) {
        int next = indexOf("</" + name, from, end);
        return next < 0 ? end : after('>', next);
    }

    private int afterComment() {
        int from = at + "<!--".length();
        if (startsWith(">", from) || startsWith("->", from)) {
            return after('>', from);
        }
        int closing = indexOf("-->", from, end);
        return closing < 0 ? end : after('>', closing);
    }

    private int after(int closing, int from) {
        int next = from;
        while (next < end && bytes[next] != closing) {
            next++;
        }
        return Math.min(next + 1, end);
    }

    private String nameAt(int from) {
        int to = from;
        while (to < end && to - from < LONGEST_NAME && isLetter(bytes[to])) {
            to++;
        }
        return new String(bytes, from, Math.max(0, to - from), StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    }

    private int indexOf(String text, int from, int to) {
        int first = text.charAt(0);
        for (int start = from; start <= to - text.length(); start++) {
            if ((bytes[start] | LOWER_CASE) == (first | LOWER_CASE) && startsWith(text, start)) {
                return start;
            }
        }
        return -1;
    }

    /** @param text with its letters in lower case */
    private boolean startsWith(String text, int from) {
        if (from + text.length() > end) {
            return false;
        }
        for (int index = 0; index < text.length(); index++) {
            char wanted = text.charAt(index);
            int found = bytes[from + index] & 0xff;
            if (found != wanted && (!isLetter(wanted) || (found | LOWER_CASE) != wanted)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(int found) {
        int lower = found | LOWER_CASE;
        return lower >= 'a' && lower <= 'z';
    }

    private static boolean isSpace(byte found) {
        return found == ' ' || found == '\n' || found == '\t' || found == '\r' || found == '\f' || found == 0;
    }
}
