package dev.dateline.pipeline.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that the readers of a page ask for. A reader that asks for another one has to name it here, or will not
 * find it: parsers spend a good part of their time on attributes, and most are for scripts and looks.
 */
final class ReadAttributes {
    private static final ByteName.Names ALWAYS = new ByteName.Names(
            "class", "id", "itemprop", "role", "content", "datetime", "data-testid", "hidden", "aria-hidden");
    private static final ByteName.Names OF_META = new ByteName.Names("name", "property", "http-equiv");
    private static final ByteName.Names OF_PAGE = new ByteName.Names("lang", "xml:lang");
    private static final ByteName.Names OF_SOURCES = new ByteName.Names("type", "encoding");
    /** Elements whose type is asked for. */
    private static final ByteName.Names SOURCES = new ByteName.Names("script", "input", "annotation-xml");

    private static final long META = ByteName.of("meta");
    private static final long HTML = ByteName.of("html");
    private static final long TITLE = ByteName.of("title");
    private static final long ITEMPROP = ByteName.of("itemprop");
    private static final long HTTP_EQUIV = ByteName.of("http-equiv");
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

    /** The names as the parser gives them. */
    private static final NameTable<String> NAMES = new NameTable<>(Stream.of(
                    ("class id itemprop role content datetime data-testid hidden aria-hidden name property http-equiv lang"
                                    + " type href rel style title")
                            .split(" "))
            .collect(Collectors.toMap(name -> name, name -> name)));

    private ReadAttributes() {}

    /** The name between two places in lower case, or null when it is no usual one. */
    static @Nullable String name(byte[] page, int from, int to) {
        return NAMES.of(ByteName.of(page, from, to), page, from, to);
    }

    /** Whether an attribute, whose value lies between two places of a page, is asked for. */
    static boolean has(long element, long attribute, byte[] page, int from, int to) {
        if (attribute == HREF) {
            return HEAD.has(element) || isProfile(page, from, to);
        }
        if (attribute == REL) {
            return HEAD.has(element) || AUTHOR.areIn(page, from, to);
        }
        if (attribute == STYLE) {
            return HIDING.areIn(page, from, to);
        }
        return ALWAYS.has(attribute)
                || (attribute == TITLE && mayHoldDate(page, from, to))
                || (element == META && OF_META.has(attribute))
                || (element == HTML && OF_PAGE.has(attribute))
                || (OF_SOURCES.has(attribute) && SOURCES.has(element));
    }

    /** Whether an attribute of a meta element shows that a reader asks for it. */
    static boolean isAsked(long attribute, byte[] page, int from, int to) {
        return attribute == ITEMPROP
                || attribute == HTTP_EQUIV
                || (OF_META.has(attribute) && ReadMetas.has(page, from, to));
    }

    /** Whether there is a digit, or a character of another script. */
    private static boolean mayHoldDate(byte[] page, int from, int to) {
        for (int i = from; i < to; i++) {
            if (page[i] < 0 || (page[i] >= '0' && page[i] <= '9')) {
                return true;
            }
        }
        return false;
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
