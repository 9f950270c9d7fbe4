package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.ElementKind.Start;
import dev.dateline.pipeline.page.ElementKind.Trait;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What end tags do to the tree in the body of a page (HTML standard, 13.2.6.4.7). */
final class BodyEnds {
    private static final ElementKind P = ElementKind.of("p");
    private static final ElementKind BODY = ElementKind.of("body");
    private static final ElementKind BR = ElementKind.of("br");

    private final TreeGrowth growth;
    private final OpenElements open;
    private @Nullable Element form;

    BodyEnds(TreeGrowth growth) {
        this.growth = growth;
        this.open = growth.open;
    }

    boolean hasForm() {
        return form != null;
    }

    void openForm(Element opened) {
        form = opened;
    }

    void end(ElementKind kind) {
        switch (kind.end()) {
            case PARAGRAPH -> paragraph();
            case ITEM -> close(open.inListScope(kind));
            case BLOCK, TERM -> close(open.inScope(kind));
            case HEADING -> close(headingInScope());
            case FORM -> form();
            case FORMATTING -> formatting(kind);
            case EMBEDDED -> embedded(kind);
            case BREAK -> lineBreak();
            case ORDINARY, HEAD, TABLE, NOSCRIPT -> other(kind);
            case BODY, HTML, TEMPLATE, UNSURE -> growth.unsure();
        }
    }

    boolean isBodyInScope() {
        return open.inScope(BODY) >= 0;
    }

    /** Closes an element and all in it, if it is there: the ends of these are implied, or missing. */
    private void close(int place) {
        if (place >= 0) {
            open.popFrom(place);
        }
    }

    private void paragraph() {
        int place = open.openParagraph();
        if (place >= 0) {
            open.popFrom(place);
        } else {
            checkTemplate();
            growth.insert(P, null);
            open.pop();
        }
    }

    private void lineBreak() {
        checkTemplate();
        growth.reopenFormatting();
        growth.insert(BR, null);
    }

    /** What makes an element elsewhere makes none at the beginning of a template. */
    private void checkTemplate() {
        if (open.currentKind().start() == Start.TEMPLATE) {
            growth.unsure();
        }
    }

    private int headingInScope() {
        int at = open.size() - 1;
        while (open.kind(at).start() != Start.HEADING && !open.kind(at).is(Trait.SCOPE)) {
            at--;
        }
        return open.kind(at).start() == Start.HEADING ? at : OpenElements.NONE;
    }

    private void form() {
        if (open.hasTemplate()) {
            growth.unsure();
        }
        var ended = form;
        form = null;
        int place = ended == null ? OpenElements.NONE : open.placeOf(ended);
        if (place >= 0 && open.inScope(open.kind(place)) == place) {
            open.implyEnds();
            open.remove(place);
        }
    }

    private void embedded(ElementKind kind) {
        int place = open.inScope(kind);
        if (place >= 0) {
            open.popFrom(place);
            growth.formatting.clearToMarker();
        }
    }

    /** The adoption agency of the standard, as far as no block stands in what is to be closed. */
    void formatting(ElementKind kind) {
        if (open.currentKind() == kind && !growth.formatting.has(open.current())) {
            open.pop();
            return;
        }
        var element = growth.formatting.last(kind);
        if (element == null) {
            other(kind);
            return;
        }
        int place = open.placeOf(element);
        if (place < 0) {
            growth.formatting.remove(element);
        } else if (hasBlock(place)) {
            growth.unsure();
        } else {
            open.popFrom(place);
            growth.formatting.remove(element);
        }
    }

    private boolean hasBlock(int place) {
        for (int at = place + 1; at < open.size(); at++) {
            if (open.kind(at).is(Trait.SPECIAL)) {
                return true;
            }
        }
        return false;
    }

    /** Closes the element, unless a block stands in it. */
    private void other(ElementKind kind) {
        int at = open.size() - 1;
        while (open.kind(at) != kind && !open.kind(at).is(Trait.SPECIAL)) {
            at--;
        }
        if (open.kind(at) == kind) {
            open.popFrom(at);
        }
    }
}
