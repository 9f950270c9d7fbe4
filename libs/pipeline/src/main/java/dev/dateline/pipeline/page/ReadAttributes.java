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
    private static final ByteWords PROFILES =
            new ByteWords("author", "autor", "people", "staff", "contributor", "profile");

    private static final ByteWords AUTHOR = new ByteWords("author");
    /** What hides an element ({@link ElementRoles}). */
    private static final ByteWords HIDING = new ByteWords("none", "hidden");

    private ReadAttributes() {}

    /** Whether an attribute, whose value lies between two places of a page, is asked for. */
    static boolean has(long element, long attribute, byte[] page, int from, int to) {
        if (attribute == HREF) {
            return HEAD.has(element) || isProfile(page, from, to);
        }
        if (attribute == REL) {
            return HEAD.has(element) || AUTHOR.areIn(page, from, to);
        }
        return attribute == STYLE ? HIDING.areIn(page, from, to) : ALWAYS.has(attribute);
    }

    private static boolean isProfile(byte[] page, int from, int to) {
        for (int i = from; i < to; i++) {
            if (page[i] == '/' && PROFILES.areAt(page, i + 1, to)) {
                return true;
            }
        }
        return false;
    }
}
