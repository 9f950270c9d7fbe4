package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.ElementKind.Start;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes once over the bytes of a page before it is parsed, and leaves out what no reader asks for: comments, styles,
 * scripts (whose text is kept apart), drawings, most attributes, runs of white space.
 *
 * <p>Parsing costs more than anything else that is done to a page, and half of a page is of this kind. It must be told apart as
 * the parser would do it, so where that is not plain (an element that is not closed, a broken tag) the rest of the page
 * stays as it is: slower, but never wrong.
 */
final class PageSkim {
    private static final ElementKind SCRIPT = ElementKind.of("script");
    private static final ElementKind STYLE = ElementKind.of("style");
    private static final ElementKind SVG = ElementKind.of("svg");
    private static final ElementKind LINK = ElementKind.of("link");
    private static final ElementKind META = ElementKind.of("meta");
    private static final ElementKind SOURCE = ElementKind.of("source");
    private static final ElementKind INPUT = ElementKind.of("input");
    private static final ElementKind PLAINTEXT = ElementKind.of("plaintext");
    private static final ByteWords DOCTYPE = new ByteWords("doctype");
    private static final ByteWords CDATA = new ByteWords("cdata");

    private final byte[] page;
    private final ByteRanges kept = new ByteRanges();
    private final List<Script> scripts = new ArrayList<>();
    private final RawText raw;
    private final TagReader tag;
    private final Drawings drawings;
    private final PlainTree tree;
    private final SkimmedText text;

    private PageSkim(byte[] page, PlainTree tree) {
        this.page = page;
        this.raw = new RawText(page);
        this.tag = new TagReader(page, raw);
        this.drawings = new Drawings(page, raw, tag);
        this.tree = tree;
        this.text = new SkimmedText(page, raw, tag, kept, tree);
    }

    /**
     * Skims a page in UTF-8.
     *
     * @param tree is told what is left
     */
    static PageSkim of(byte[] page, PlainTree tree) {
        var skim = new PageSkim(page, tree);
        int at = skim.text.pass(0);
        while (at >= 0) {
            at = skim.markup(at);
            if (at < 0) {
                tree.unsure();
            } else {
                at = skim.text.pass(at);
            }
        }
        skim.kept.end(page.length);
        return skim;
    }

    /** What is left of the page. */
    ByteRanges kept() {
        return kept;
    }

    /** The scripts that were left out, but for those that stand elsewhere. */
    List<Script> scripts() {
        return scripts;
    }

    /** Passes over what begins here; gives the place behind it, or {@link TagReader#NONE} when it is not plain. */
    private int markup(int open) {
        if (open + 1 >= page.length) {
            return TagReader.NONE;
        }
        byte next = page[open + 1];
        if (isLetter(next)) {
            return startTag(open);
        }
        if (next == '/') {
            return open + 2 < page.length && isLetter(page[open + 2]) ? endTag(open + 2) : bogus(open);
        }
        return next == '!' ? declaration(open) : next == '?' ? bogus(open) : text.passSign(open);
    }

    private int startTag(int open) {
        int end = tag.read(open + 1);
        var kind = tag.kind();
        if (end < 0 || kind == PLAINTEXT) {
            return TagReader.NONE;
        }
        if (kind == SVG) {
            return drawing(open, end);
        }
        if (kind != null && isUnasked(kind)) {
            kept.leaveOut(open, end);
            return end;
        }
        text.passStart(kind);
        if (kind != null && kind.start() == Start.RAW) {
            return tag.isClosed() ? TagReader.NONE : rawElement(kind, open, end);
        }
        tag.leaveOutUnread(kept);
        if (tree.isSure()) {
            tree.start(tag);
        }
        return end;
    }

    /** Whether the tag is an element without text that no reader asks for, and its absence joins no texts. */
    private boolean isUnasked(ElementKind kind) {
        return (kind == META && !tag.isAsked())
                || (kind == LINK && !tag.hasItemprop() && !tag.rel().equalsIgnoreCase("canonical"))
                || (text.isBehindStart()
                        && (kind == SOURCE
                                || (kind == INPUT && !tag.type().strip().equalsIgnoreCase(ArticleCheck.PASSWORD))));
    }

    private int endTag(int name) {
        int end = tag.read(name);
        text.passEnd(tag.kind());
        if (end >= 0 && tree.isSure()) {
            tree.end(tag);
        }
        return end;
    }

    private int rawElement(ElementKind kind, int open, int from) {
        text.passRaw();
        int close = kind == SCRIPT ? raw.scriptEnd(from) : raw.end(from, kind.bytes());
        int gt = close < 0 ? close : raw.next(close, (byte) '>');
        if (gt < 0) {
            return TagReader.NONE;
        }
        if (kind == STYLE || (kind == SCRIPT && isNoted(from, close))) {
            kept.leaveOut(open, gt + 1);
        } else if (kind == SCRIPT) {
            tree.unsure();
        } else {
            tag.leaveOutUnread(kept);
            tree.raw(tag, from, close);
        }
        return gt + 1;
    }

    /** Keeps a script's text apart; a type with an entity is the parser's to read. */
    private boolean isNoted(int from, int to) {
        if (tag.type().indexOf('&') >= 0) {
            return false;
        }
        var script = Script.of(tag.type(), page, from, to);
        if (script.isJsonLd() || !tag.hasSource()) {
            scripts.add(script);
        }
        return true;
    }

    /** A drawing goes whole where it parts no text, else it is left empty. */
    private int drawing(int open, int from) {
        int close = tag.isClosed() ? TagReader.NONE : drawings.close(open, from);
        if (close >= 0 && text.isBehindStart()) {
            kept.leaveOut(open, drawings.end());
            return drawings.end();
        }
        text.passDrawing();
        if (close < 0) {
            tree.unsure();
            return from;
        }
        tree.drawing();
        kept.leaveOut(open + "<svg".length(), from - 1);
        kept.leaveOut(from, close);
        return drawings.end();
    }

    private int declaration(int open) {
        boolean isComment = open + 3 < page.length && page[open + 2] == '-' && page[open + 3] == '-';
        if (!isComment) {
            return bogus(open);
        }
        int end = raw.commentEnd(open + 2);
        if (end >= 0) {
            kept.leaveOut(open, end);
        }
        return end;
    }

    /** What is no tag ends at the next bracket: a declaration, or a comment in another form. */
    private int bogus(int open) {
        int end = raw.next(open, (byte) '>') + 1;
        if (end <= 0) {
            return TagReader.NONE;
        }
        if (DOCTYPE.areAt(page, open + 2, end)) {
            tree.doctype(open, end);
        } else if (page[open + 2] == '[' && CDATA.areAt(page, open + 3, end)) {
            tree.unsure(); // In another language it is text.
        } else {
            kept.leaveOut(open, end);
        }
        return end;
    }

    private static boolean isLetter(byte c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }
}
