package dev.dateline.pipeline.page;

/**
 * The attributes that the readers of a page ask for. A reader that asks for another one has to name it here, or will not
 * find it: parsers spend a good part of their time on attributes, and most are for scripts and looks.
 */
final class ReadAttributes {
    private static final ByteName.Names ALWAYS = new ByteName.Names(
            "class",
            "id",
            "itemprop",
            "role",
            "type",
            "content",
            "name",
            "property",
            "http-equiv",
            "datetime",
            "title",
            "data-testid",
            "hidden",
            "aria-hidden",
            "lang",
            "xml:lang",
            "encoding");
    private static final long HREF = ByteName.of("href");
    private static final long REL = ByteName.of("rel");
    private static final long STYLE = ByteName.of("style");
    private static final ByteName.Names HEAD = new ByteName.Names("link", "base");
    /** Where links to the pages of authors go, behind a slash ({@link PrintedBylines}). */
    private static final byte[][] PROFILES = bytes("author", "autor", "people", "staff", "contributor", "profile");

    private static final byte[][] AUTHOR = bytes("author");
    /** What hides an element ({@link ElementRoles}). */
    private static final byte[][] HIDING = bytes("none", "hidden");

    private ReadAttributes() {}

    /** Whether an attribute, whose value lies between two places of a page, is asked for. */
    static boolean has(long element, long attribute, byte[] page, int from, int to) {
        if (attribute == HREF) {
            return HEAD.has(element) || isProfile(page, from, to);
        }
        if (attribute == REL) {
            return HEAD.has(element) || holds(page, from, to, AUTHOR);
        }
        return attribute == STYLE ? holds(page, from, to, HIDING) : ALWAYS.has(attribute);
    }

    private static boolean isProfile(byte[] page, int from, int to) {
        for (int i = from; i < to; i++) {
            if (page[i] == '/' && startsWithAny(page, i + 1, to, PROFILES)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(byte[] page, int from, int to, byte[][] words) {
        for (int i = from; i < to; i++) {
            if (startsWithAny(page, i, to, words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithAny(byte[] page, int from, int to, byte[][] words) {
        for (var word : words) {
            if (from < to && (page[from] | 0x20) == word[0] && startsWith(page, from, to, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] page, int from, int to, byte[] word) {
        if (from + word.length > to) {
            return false;
        }
        for (int i = 1; i < word.length; i++) {
            if ((page[from + i] | 0x20) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[][] bytes(String... words) {
        var bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }
        return bytes;
    }
}
