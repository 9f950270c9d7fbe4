package dev.dateline.pipeline.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.nodes.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * Reads one tag in the bytes of a page, as parsers do (HTML standard, 13.2.5), and notes the attributes that nothing asks
 * for ({@link ReadAttributes}).
 */
final class TagReader {
    /** The place of what is not there. */
    static final int NONE = -1;

    private static final long META = ByteName.of("meta");
    private static final long SRC = ByteName.of("src");
    private static final long TYPE = ByteName.of("type");
    private static final long REL = ByteName.of("rel");
    private static final long ITEMPROP = ByteName.of("itemprop");

    /** What each byte is to a tag: bits. */
    private static final byte[] KINDS = new byte[256];

    private static final int SPACE = 1;
    /** Ends the name of an element. */
    private static final int ENDS_NAME = 2;
    /** Ends the name of an attribute. */
    private static final int ENDS_ATTRIBUTE = 4;

    static {
        for (char c : new char[] {' ', '\t', '\n', '\r', '\f'}) {
            KINDS[c] = SPACE | ENDS_NAME | ENDS_ATTRIBUTE;
        }
        for (char c : new char[] {'>', '/', '<'}) {
            KINDS[c] = ENDS_NAME | ENDS_ATTRIBUTE;
        }
        KINDS['='] = ENDS_ATTRIBUTE;
    }

    private final byte[] page;
    private final RawText raw;

    /** The element's name ({@link ByteName}). */
    private long name;

    private @Nullable ElementKind kind;

    private boolean hasSource;
    private boolean hasItemprop;
    /** Whether a meta element may say something that is asked for. */
    private boolean isAsked;

    private boolean isClosed;
    /** Where the values of two attributes stand. */
    private int typeFrom;

    private int typeTo;
    private int relFrom;
    private int relTo;
    private final TagAttributes attributes;
    private int nameFrom;
    private int nameTo;
    /** Whether a slash stands where it may mean another thing when attributes are left out. */
    private boolean isSlashed;

    TagReader(byte[] page, RawText raw) {
        this.page = page;
        this.raw = raw;
        this.attributes = new TagAttributes(page);
    }

    long name() {
        return name;
    }

    boolean hasSource() {
        return hasSource;
    }

    boolean hasItemprop() {
        return hasItemprop;
    }

    /** Whether it is a meta element that a reader asks for. */
    boolean isAsked() {
        return isAsked;
    }

    /** Whether it ends with a slash. */
    boolean isClosed() {
        return isClosed;
    }

    String type() {
        return text(typeFrom, typeTo);
    }

    String rel() {
        return text(relFrom, relTo);
    }

    /**
     * Reads a tag whose name begins here.
     *
     * @return the place behind it, or {@link #NONE} when it does not end, or not in a way that all parsers agree on
     */
    int read(int start) {
        hasSource = false;
        hasItemprop = false;
        isAsked = false;
        isClosed = false;
        typeFrom = NONE;
        relFrom = NONE;
        attributes.clear();
        isSlashed = false;
        int at = nameEnd(start, ENDS_NAME);
        nameFrom = start;
        nameTo = at;
        name = ByteName.of(page, start, at);
        kind = ElementKind.of(name, page, start, at);
        while (at < page.length && at != NONE) {
            byte c = page[at];
            if (c == '>') {
                return at + 1;
            }
            if (c == '<') {
                return NONE;
            }
            isSlashed |= isClosed;
            isClosed = c == '/';
            at = isClosed || isSpace(c) ? at + 1 : attribute(at);
        }
        return NONE;
    }

    /** The kind of the element, or null when the standard knows none of this name. */
    @Nullable
    ElementKind kind() {
        return kind;
    }

    String nameText() {
        return new String(page, nameFrom, nameTo - nameFrom, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }

    /** Whether nothing of it is left to the parser. */
    boolean isPlain() {
        return !isSlashed && attributes.areFew();
    }

    /** The attributes that are read, or null when there are none. */
    @Nullable
    Attributes attributes() {
        return attributes.read();
    }

    /** Whether a name of {@link #attributes} has letters in upper case. */
    boolean hasUpperCase() {
        return attributes.hasUpperCase();
    }

    /** Leaves out the attributes of the tag read last that nothing asks for. */
    void leaveOutUnread(ByteRanges kept) {
        attributes.leaveOutUnread(kept);
    }

    static boolean isSpace(byte c) {
        return (KINDS[c & 0xFF] & SPACE) != 0;
    }

    /** The kind of the element whose name begins here, or null when the standard knows none. */
    @Nullable
    ElementKind kindAt(int start) {
        int end = nameEnd(start, ENDS_NAME);
        return ElementKind.of(ByteName.of(page, start, end), page, start, end);
    }

    private int nameEnd(int from, int ends) {
        int at = from;
        while (at < page.length && (KINDS[page[at] & 0xFF] & ends) == 0) {
            at++;
        }
        return at;
    }

    private int attribute(int start) {
        int end = nameEnd(start + 1, ENDS_ATTRIBUTE);
        long attribute = ByteName.of(page, start, end);
        int at = end < page.length && page[end] == '=' ? end : pastSpace(end);
        if (at < page.length && page[at] == '=') {
            return value(attribute, start, end, pastSpace(at + 1));
        }
        note(attribute, start, end, end, end, end);
        return end;
    }

    private int value(long attribute, int start, int nameEnd, int from) {
        if (from >= page.length) {
            return NONE;
        }
        byte quote = page[from];
        boolean isQuoted = quote == '"' || quote == '\'';
        int to = isQuoted ? raw.next(from + 1, quote) : unquoted(from);
        if (to >= 0) {
            note(attribute, start, nameEnd, isQuoted ? to + 1 : to, isQuoted ? from + 1 : from, to);
        }
        return to >= 0 && isQuoted ? to + 1 : to;
    }

    private int unquoted(int from) {
        int to = from;
        while (to < page.length && page[to] != '>' && !isSpace(page[to])) {
            to++;
        }
        return to;
    }

    private int pastSpace(int from) {
        int at = from;
        while (at < page.length && isSpace(page[at])) {
            at++;
        }
        return at;
    }

    private void note(long attribute, int start, int nameEnd, int end, int from, int to) {
        hasSource |= attribute == SRC;
        hasItemprop |= attribute == ITEMPROP;
        if (attribute == TYPE && typeFrom < 0) {
            typeFrom = from;
            typeTo = to;
        }
        if (attribute == REL && relFrom < 0) {
            relFrom = from;
            relTo = to;
        }
        isAsked |= name == META && ReadAttributes.isAsked(attribute, page, from, to);
        if (ReadAttributes.has(name, attribute, page, from, to)) {
            attributes.note(start, nameEnd, from, to);
        } else {
            attributes.noteUnread(start, end);
        }
    }

    private String text(int from, int to) {
        return from < 0 ? "" : new String(page, from, to - from, StandardCharsets.UTF_8);
    }
}
