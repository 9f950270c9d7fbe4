package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.ElementKind.Trait;
import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The elements of a page that are open at a place of it, outermost first (HTML standard, 13.2.4.2 and 13.2.6.3). */
final class OpenElements {
    /** No such element is open. */
    static final int NONE = -1;

    private static final ElementKind BUTTON = ElementKind.of("button");
    private static final ElementKind PARAGRAPH = ElementKind.of("p");
    private static final ElementKind OL = ElementKind.of("ol");
    private static final ElementKind TABLE = ElementKind.of("table");
    private static final ElementKind TEMPLATE = ElementKind.of("template");
    private static final ElementKind UL = ElementKind.of("ul");

    private Element[] elements = new Element[64];
    private ElementKind[] kinds = new ElementKind[64];
    private int size;
    /** How many paragraphs are open: mostly none, which spares to look for one. */
    private int paragraphs;

    private int templates;

    int size() {
        return size;
    }

    Element element(int at) {
        return elements[at];
    }

    ElementKind kind(int at) {
        return kinds[at];
    }

    Element current() {
        return elements[size - 1];
    }

    ElementKind currentKind() {
        return kinds[size - 1];
    }

    void push(Element element, ElementKind kind) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        elements[size] = element;
        kinds[size++] = kind;
        paragraphs += kind == PARAGRAPH ? 1 : 0;
        templates += kind == TEMPLATE ? 1 : 0;
    }

    boolean hasTemplate() {
        return templates > 0;
    }

    int innermostTemplate() {
        int at = size - 1;
        while (kinds[at] != TEMPLATE) {
            at--;
        }
        return at;
    }

    void pop() {
        size--;
        paragraphs -= kinds[size] == PARAGRAPH ? 1 : 0;
        templates -= kinds[size] == TEMPLATE ? 1 : 0;
    }

    /** Closes all elements from a place on. */
    void popFrom(int place) {
        while (size > place) {
            pop();
        }
    }

    /** Closes an element while those inside it stay open. */
    void remove(int place) {
        paragraphs -= kinds[place] == PARAGRAPH ? 1 : 0;
        System.arraycopy(elements, place + 1, elements, place, size - place - 1);
        System.arraycopy(kinds, place + 1, kinds, place, size - place - 1);
        size--;
    }

    /** The innermost place of an element, or {@link #NONE}. */
    int placeOf(Element element) {
        int at = size - 1;
        while (at >= 0 && elements[at] != element) {
            at--;
        }
        return at;
    }

    /** The place of the innermost element of a kind in scope, or {@link #NONE}. */
    int inScope(ElementKind kind) {
        return inScope(kind, null, null);
    }

    int inListScope(ElementKind kind) {
        return inScope(kind, OL, UL);
    }

    /** The place of a paragraph that a block closes, or {@link #NONE}. */
    int openParagraph() {
        return paragraphs == 0 ? NONE : inScope(PARAGRAPH, BUTTON, null);
    }

    private int inScope(ElementKind kind, @Nullable ElementKind edge, @Nullable ElementKind other) {
        for (int at = size - 1; at >= 0; at--) {
            var open = kinds[at];
            if (open == kind) {
                return at;
            }
            if (open.is(Trait.SCOPE) || open == edge || open == other) {
                return NONE;
            }
        }
        return NONE;
    }

    /** The place of the innermost element of a kind in the innermost table, or {@link #NONE}. */
    int inTable(ElementKind kind) {
        int at = size - 1;
        while (kinds[at] != kind && kinds[at] != TABLE && kinds[at] != TEMPLATE && at > 0) {
            at--;
        }
        return kinds[at] == kind ? at : NONE;
    }

    /** The place of the innermost element with a trait, or {@link #NONE}. */
    int innermost(Trait trait) {
        int at = size - 1;
        while (at >= 0 && !kinds[at].is(trait)) {
            at--;
        }
        return at;
    }

    /** Closes what an end tag is implied of. */
    void implyEnds() {
        while (currentKind().is(Trait.IMPLIED_END)) {
            pop();
        }
    }

    void implyEndsBut(ElementKind kind) {
        while (currentKind() != kind && currentKind().is(Trait.IMPLIED_END)) {
            pop();
        }
    }
}
