package dev.dateline.pipeline.page;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Passes over the bytes of a page's head without building a document, for a few of its tags: heads are mostly scripts, styles and
 * long attributes, and every page that is fetched is asked for its canonical link.
 *
 * <p>The head is what the HTML standard takes for it (13.2.6.4.3 to 13.2.6.4.6): it ends at the first text or tag that belongs to a body,
 * whether or not {@code </head>} came before. What {@code noscript} and {@code template} hold is passed over, as a browser does: a tracking
 * image for readers without scripts does not end the head. Where it is not plain how to go on, the head ends too.
 */
final class PageHead {
    private static final ElementKind LINK = ElementKind.of("link");
    private static final ElementKind BASE = ElementKind.of("base");
    private static final ElementKind SCRIPT = ElementKind.of("script");
    /** Elements of the head whose content is none of it. */
    private static final Set<ElementKind> CLOSED = Set.of(
            SCRIPT,
            ElementKind.of("style"),
            ElementKind.of("title"),
            ElementKind.of("noscript"),
            ElementKind.of("noframes"),
            ElementKind.of("template"));

    private static final Set<ElementKind> OPEN = Set.of(
            LINK,
            BASE,
            ElementKind.of("html"),
            ElementKind.of("head"),
            ElementKind.of("meta"),
            ElementKind.of("basefont"),
            ElementKind.of("bgsound"));
    /** End tags that a body begins with. */
    private static final Set<ElementKind> BEGINNING =
            Set.of(ElementKind.of("body"), ElementKind.of("html"), ElementKind.of("br"));

    private static final ByteWords CANONICAL = new ByteWords("canonical");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] page;
    private final RawText raw;
    private final TagReader tag;
    private final StringBuilder found = new StringBuilder();

    private PageHead(byte[] page) {
        this.page = page;
        this.raw = new RawText(page);
        this.tag = new TagReader(page, raw);
    }

    /** Gives the text of the {@code base} tags and of the {@code link} tags that may be canonical, one after the other, ready for a parser. */
    static String baseAndCanonical(byte[] page) {
        var head = new PageHead(page);
        int at = head.begin();
        while (at >= 0 && at < page.length) {
            at = TagReader.isSpace(page[at]) ? at + 1 : head.pass(at);
        }
        return head.found.toString();
    }

    private int begin() {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (i == page.length || page[i] != BYTE_ORDER_MARK[i]) {
                return 0;
            }
        }
        return BYTE_ORDER_MARK.length;
    }

    /** Gives the place behind what begins here; negative when the head is over. */
    private int pass(int open) {
        if (page[open] != '<' || open + 2 >= page.length) {
            return TagReader.NONE;
        }
        return switch (page[open + 1]) {
            case '!' -> isComment(open) ? raw.commentEnd(open + 2) : afterBracket(open);
            case '?' -> afterBracket(open);
            case '/' -> isBeginning(open + 2) ? TagReader.NONE : afterBracket(open);
            default -> startTag(open);
        };
    }

    private boolean isComment(int open) {
        return open + 3 < page.length && page[open + 2] == '-' && page[open + 3] == '-';
    }

    private boolean isBeginning(int name) {
        var kind = tag.kindAt(name);
        return kind != null && BEGINNING.contains(kind);
    }

    private int startTag(int open) {
        int end = tag.read(open + 1);
        var kind = tag.kind();
        if (end < 0 || kind == null) {
            return TagReader.NONE;
        }
        if (kind == BASE || (kind == LINK && CANONICAL.areIn(page, open, end))) {
            found.append(new String(page, open, end - open, StandardCharsets.UTF_8));
        }
        if (CLOSED.contains(kind)) {
            int close = kind == SCRIPT ? raw.scriptEnd(end) : raw.end(end, kind.bytes());
            return close < 0 ? TagReader.NONE : afterBracket(close);
        }
        return OPEN.contains(kind) ? end : TagReader.NONE;
    }

    private int afterBracket(int from) {
        int bracket = raw.next(from, (byte) '>');
        return bracket < 0 ? TagReader.NONE : bracket + 1;
    }
}
