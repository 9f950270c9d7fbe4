package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.ElementKind.End;
import java.util.Objects;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.QuirksMode;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What tags do to the tree before the body of a page begins (HTML standard, 13.2.6.4.1 to 13.2.6.4.6). Whatever belongs to
 * no head begins the body, and what is missing before it is made.
 */
final class HeadTags {
    private static final ElementKind HTML = ElementKind.of("html");
    private static final ElementKind HEAD = ElementKind.of("head");
    private static final ElementKind BODY = ElementKind.of("body");

    /** What nearly all pages declare. */
    private static final String USUAL = "<!doctype html>";

    private enum Phase {
        START,
        BEFORE_ROOT,
        BEFORE_HEAD,
        IN_HEAD,
        BEHIND_HEAD,
        IN_BODY
    }

    private final TreeGrowth growth;
    private final OpenElements open;
    private Phase phase = Phase.START;
    private boolean isQuirky;
    private @Nullable Element head;

    HeadTags(TreeGrowth growth) {
        this.growth = growth;
        this.open = growth.open;
    }

    boolean isInBody() {
        return phase == Phase.IN_BODY;
    }

    /** Whether the page has no declaration of its type: then a table may stand in a paragraph. */
    boolean isQuirky() {
        return isQuirky;
    }

    /** Takes a declaration of the page's type; it means nothing but at the beginning. */
    void doctype(String declaration) {
        if (phase != Phase.START) {
            return;
        }
        phase = Phase.BEFORE_ROOT;
        if (declaration.equalsIgnoreCase(USUAL)) {
            growth.document().appendChild(new DocumentType("html", "", ""));
        } else {
            unusual(Parser.htmlParser().parseInput(declaration, ""));
        }
    }

    private void unusual(Document declaring) {
        var type = declaring.documentType();
        if (type == null) {
            growth.unsure();
        } else {
            isQuirky = declaring.quirksMode() == QuirksMode.quirks;
            growth.document().appendChild(type);
        }
    }

    /** Takes white space. */
    void space(String text) {
        if (phase.compareTo(Phase.IN_HEAD) >= 0) {
            growth.insertText(text);
        } else if (phase != Phase.START) {
            growth.unsure();
        }
    }

    /** Takes a start tag; false when it is the body's. */
    boolean start(ElementKind kind, @Nullable Attributes attributes) {
        if (beginRoot(kind == HTML ? attributes : null) && kind == HTML) {
            return true;
        }
        if (beginHead(kind == HEAD ? attributes : null) && kind == HEAD) {
            return true;
        }
        if (isOfHead(kind, attributes)) {
            return true;
        }
        beginBody(kind == BODY ? attributes : null);
        return kind == BODY;
    }

    private boolean isOfHead(ElementKind kind, @Nullable Attributes attributes) {
        switch (kind.start()) {
            case HTML -> {
                growth.merge(0, attributes);
                return true;
            }
            case HEAD -> {
                return true;
            }
            case HEAD_PART -> {
                growth.insertHeadPart(head(), kind, attributes);
                return true;
            }
            case TEMPLATE -> {
                template(kind, attributes);
                return true;
            }
            case UNSURE -> {
                growth.unsure();
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    /** Begins a template in the head; behind it would be there, too. */
    private void template(ElementKind kind, @Nullable Attributes attributes) {
        if (phase == Phase.BEHIND_HEAD) {
            growth.unsure();
        }
        growth.insert(kind, attributes);
        growth.formatting.mark();
    }

    /** Whether the head has not ended yet. */
    boolean isBeforeEnd() {
        return phase.compareTo(Phase.IN_HEAD) <= 0;
    }

    /** Gives the head, for what may stand in it; begins it when it is missing. */
    Element element() {
        beginRoot(null);
        beginHead(null);
        return head();
    }

    /** Takes an end tag; false when it is the body's. */
    boolean end(ElementKind kind) {
        if (kind.end() != End.HEAD && kind.end() != End.BODY && kind.end() != End.HTML && kind.end() != End.BREAK) {
            return pass(kind);
        }
        if (kind == HEAD && phase == Phase.BEHIND_HEAD) {
            return true;
        }
        beginRoot(null);
        beginHead(null);
        endHead();
        if (kind != HEAD) {
            beginBody(null);
        }
        return kind == HEAD;
    }

    /** Passes over an end tag that means nothing, but that no declaration may follow it. */
    private boolean pass(ElementKind kind) {
        if (kind.end() == End.UNSURE) {
            growth.unsure();
        }
        if (phase == Phase.START) {
            isQuirky = true;
            phase = Phase.BEFORE_ROOT;
        }
        return true;
    }

    private boolean beginRoot(@Nullable Attributes attributes) {
        if (phase.compareTo(Phase.BEFORE_ROOT) > 0) {
            return false;
        }
        isQuirky |= phase == Phase.START;
        growth.insert(HTML, attributes);
        phase = Phase.BEFORE_HEAD;
        return true;
    }

    private boolean beginHead(@Nullable Attributes attributes) {
        if (phase != Phase.BEFORE_HEAD) {
            return false;
        }
        head = growth.insert(HEAD, attributes);
        phase = Phase.IN_HEAD;
        return true;
    }

    private void endHead() {
        if (phase == Phase.IN_HEAD) {
            open.pop();
            phase = Phase.BEHIND_HEAD;
        }
    }

    /** Begins the body, and what is missing before it. */
    void beginBody(@Nullable Attributes attributes) {
        beginRoot(null);
        beginHead(null);
        endHead();
        growth.insert(BODY, attributes);
        phase = Phase.IN_BODY;
    }

    private Element head() {
        return Objects.requireNonNull(head, "no head");
    }
}
