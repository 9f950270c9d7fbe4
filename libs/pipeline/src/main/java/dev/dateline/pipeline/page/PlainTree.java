package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.ElementKind.Start;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tree of a page while it is skimmed, tag by tag, as the HTML standard says (13.2.6); gives up at the first thing
 * that is not plain.
 *
 * <p>The parser would read a second time what was just told apart, and that takes it more time than all else. Its rules for
 * what is broken in earnest (tables with text beside their cells, formatting that blocks cross, frames, other languages
 * inside) are not repeated here: such a page is the parser's. The tree is the same either way, node by node.
 */
final class PlainTree {
    private static final ElementKind TITLE = ElementKind.of("title");
    private static final ElementKind NOFRAMES = ElementKind.of("noframes");
    private static final ElementKind TEXTAREA = ElementKind.of("textarea");
    private static final ElementKind XMP = ElementKind.of("xmp");

    /** What parsers agree on about the names of elements that the standard does not know. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9_.:-]*");

    private final MarkupText text;
    private final TreeGrowth growth;
    private final HeadTags head;
    private final BodyTree body;
    private final NoscriptTags noscript;
    private final Map<String, ElementKind> unknown = new HashMap<>();

    PlainTree(byte[] page, String url, int maxDepth) {
        this.text = new MarkupText(page);
        this.growth = new TreeGrowth(url, maxDepth);
        this.head = new HeadTags(growth);
        this.body = new BodyTree(growth);
        this.noscript = new NoscriptTags(growth);
    }

    /** The tree of the page, which has come to its end, or null when it was not plain. */
    @Nullable
    Document document() {
        if (growth.isSure()) {
            endText();
        }
        return growth.isSure() && head.isInBody() && !growth.open.hasTemplate() ? growth.document() : null;
    }

    /** What the elements of the page tell of its article, but for its scripts. */
    PageScan scan() {
        return growth.scan;
    }

    /** Whether all was plain so far; if not, nothing more need be told. */
    boolean isSure() {
        return growth.isSure();
    }

    /** Leaves the page to the parser. */
    void unsure() {
        growth.unsure();
    }

    /** Takes text between two places of the page. */
    void text(int from, int to, boolean isBlank) {
        if (growth.isSure()) {
            text.add(from, to, isBlank);
        }
    }

    /** Takes a declaration of the type of the document. */
    void doctype(int from, int to) {
        if (growth.isSure()) {
            endText();
            text.add(from, to, false);
            head.doctype(text.take(false));
        }
    }

    /** Takes a start tag. */
    void start(TagReader tag) {
        endText();
        if (!tag.isPlain()) {
            growth.unsure();
        } else {
            var kind = kind(tag);
            if ((kind.start() == Start.HTML || kind.start() == Start.BODY) && tag.hasUpperCase()) {
                growth.unsure(); // The parser, when it gives them to an element that is there, leaves them so.
            }
            start(kind, tag.attributes());
        }
    }

    private void start(ElementKind kind, @Nullable Attributes attributes) {
        if (noscript.isOpen()) {
            noscript.start(kind, attributes);
        } else if (kind.start() == Start.NOSCRIPT) {
            noscript(kind, attributes);
        } else if (isInBody() || !head.start(kind, attributes)) {
            body.start(kind, attributes, head.isQuirky());
        }
    }

    /** Takes an end tag. */
    void end(TagReader tag) {
        endText();
        var kind = kind(tag);
        if (noscript.isOpen()) {
            noscript.end(kind);
        } else if (isInBody() || !head.end(kind)) {
            body.end(kind);
        }
    }

    /** Takes an element whose text is no markup. */
    void raw(TagReader tag, int from, int to) {
        var kind = kind(tag);
        if (!growth.isSure() || !tag.isPlain() || kind == XMP) {
            growth.unsure();
            return;
        }
        endText();
        text.add(from, to, false);
        if (kind == TEXTAREA && !noscript.isOpen()) {
            dropLineFeed();
        }
        var content = text.take(kind == TITLE || kind == TEXTAREA);
        if (noscript.isOpen()) {
            growth.insertRaw(growth.open.current(), kind, tag.attributes(), content);
        } else if (!isInBody() && (kind == TITLE || kind == NOFRAMES)) {
            growth.insertRaw(head.element(), kind, tag.attributes(), content);
        } else {
            beginBody();
            body.raw(kind, tag.attributes(), content);
        }
    }

    /** Takes an empty drawing. */
    void drawing() {
        if (!growth.isSure()) {
            return;
        }
        endText();
        if (!isInBody() || noscript.isOpen()) {
            growth.unsure();
        } else {
            body.drawing();
        }
    }

    private boolean isInBody() {
        return head.isInBody() || growth.open.hasTemplate();
    }

    /** Text begins the body, or opens it again: its first character does, if that is no white space. */
    private void beginBody(byte first) {
        if (isInBody() && !body.hasEnded()) {
            return;
        }
        if (first == '&' || TagReader.isSpace(first)) {
            growth.unsure();
        }
        beginBody();
    }

    private void beginBody() {
        if (!isInBody()) {
            head.beginBody(null);
        }
    }

    private ElementKind kind(TagReader tag) {
        var kind = tag.kind();
        if (kind != null) {
            return kind;
        }
        var name = tag.nameText();
        if (!PLAIN_NAME.matcher(name).matches()) {
            growth.unsure();
        }
        return unknown.computeIfAbsent(name, ElementKind::unknown);
    }

    private void noscript(ElementKind kind, @Nullable Attributes attributes) {
        if (!isInBody() && head.isBeforeEnd()) {
            head.element();
        } else {
            beginBody();
            body.beforePhrase();
        }
        noscript.begin(kind, attributes);
    }

    /** A line feed may also stand there as a reference, or behind a carriage return. */
    private void dropLineFeed() {
        if (text.isEmpty()) {
            return;
        }
        if (text.first() == '&' || text.first() == '\r') {
            growth.unsure();
        }
        text.dropLineFeed();
    }

    private void endText() {
        if (body.dropsLineFeed()) {
            dropLineFeed();
        }
        if (text.isEmpty()) {
            return;
        }
        boolean isBlank = text.isBlank();
        if (!isBlank && !noscript.isOpen()) {
            beginBody(text.first());
        }
        var found = text.take(true);
        if (noscript.isOpen()) {
            growth.insertText(found);
        } else if (!isInBody()) {
            head.space(found);
        } else {
            body.text(found, isBlank);
        }
    }
}
