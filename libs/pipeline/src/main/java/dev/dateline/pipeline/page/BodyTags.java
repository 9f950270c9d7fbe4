package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.ElementKind.Start;
import dev.dateline.pipeline.page.ElementKind.Trait;
import org.jsoup.nodes.Attributes;
import org.jspecify.annotations.Nullable;

/** What start tags do to the tree in the body of a page (HTML standard, 13.2.6.4.7). */
final class BodyTags {
    private static final ElementKind LINK = ElementKind.of("a");
    private static final ElementKind SELECT = ElementKind.of("select");
    private static final ElementKind OPTION = ElementKind.of("option");
    private static final ElementKind OPTGROUP = ElementKind.of("optgroup");
    private static final ElementKind BUTTON = ElementKind.of("button");
    private static final ElementKind LI = ElementKind.of("li");
    private static final ElementKind ADDRESS = ElementKind.of("address");
    private static final ElementKind DIV = ElementKind.of("div");
    private static final ElementKind P = ElementKind.of("p");
    /** The parser looks no further up for a term of a list. */
    private static final int TERMS = 24;

    private final TreeGrowth growth;
    private final OpenElements open;
    private final BodyEnds ends;

    BodyTags(TreeGrowth growth, BodyEnds ends) {
        this.growth = growth;
        this.open = growth.open;
        this.ends = ends;
    }

    void start(ElementKind kind, @Nullable Attributes attributes) {
        switch (kind.start()) {
            case BLOCK, PREFORMATTED -> block(kind, attributes);
            case HEADING -> heading(kind, attributes);
            case ITEM -> item(kind, attributes);
            case TERM -> term(kind, attributes);
            case FORM -> form(kind, attributes);
            case BUTTON -> button(kind, attributes);
            case LINK -> link(kind, attributes);
            case FORMATTING -> format(kind, attributes);
            case EMBEDDED -> embedded(kind, attributes);
            case ORDINARY, EMPTY -> phrase(kind, attributes);
            case INPUT, SELECT, RULE -> inForm(kind, attributes);
            case OPTION -> option(kind, attributes);
            case SOURCE -> growth.insert(kind, attributes);
            case HEAD_PART -> growth.insertHeadPart(open.current(), kind, attributes);
            case HTML, BODY -> again(kind, attributes);
            case HEAD -> {} // A second one means nothing.
            case TABLE, TABLE_PART, TEMPLATE, NOSCRIPT, RAW, UNSURE -> growth.unsure();
        }
    }

    void closeParagraph() {
        int place = open.openParagraph();
        if (place >= 0) {
            open.popFrom(place);
        }
    }

    void block(ElementKind kind, @Nullable Attributes attributes) {
        closeParagraph();
        growth.insert(kind, attributes);
    }

    void phrase(ElementKind kind, @Nullable Attributes attributes) {
        growth.reopenFormatting();
        growth.insert(kind, attributes);
    }

    private void heading(ElementKind kind, @Nullable Attributes attributes) {
        closeParagraph();
        if (open.currentKind().start() == Start.HEADING) {
            open.pop();
        }
        growth.insert(kind, attributes);
    }

    /** An item ends the one before it, unless a list of its own stands between. */
    private void item(ElementKind kind, @Nullable Attributes attributes) {
        int at = open.size() - 1;
        while (open.kind(at) != LI && !endsList(open.kind(at))) {
            at--;
        }
        if (open.kind(at) == LI) {
            open.popFrom(at);
        }
        block(kind, attributes);
    }

    private void term(ElementKind kind, @Nullable Attributes attributes) {
        int at = open.size() - 1;
        while (open.kind(at).start() != Start.TERM && !endsList(open.kind(at))) {
            at--;
        }
        if (open.size() - at > TERMS) {
            growth.unsure();
        } else if (open.kind(at).start() == Start.TERM) {
            open.popFrom(at);
        }
        block(kind, attributes);
    }

    private static boolean endsList(ElementKind kind) {
        return kind.is(Trait.SPECIAL) && kind != ADDRESS && kind != DIV && kind != P;
    }

    private void form(ElementKind kind, @Nullable Attributes attributes) {
        if (open.hasTemplate()) {
            growth.unsure();
        } else if (!ends.hasForm()) {
            closeParagraph();
            ends.openForm(growth.insert(kind, attributes));
        }
    }

    private void button(ElementKind kind, @Nullable Attributes attributes) {
        int place = open.inScope(BUTTON);
        if (place >= 0) {
            open.popFrom(place);
        }
        phrase(kind, attributes);
    }

    /** No link stands in another one. */
    private void link(ElementKind kind, @Nullable Attributes attributes) {
        var outer = growth.formatting.last(LINK);
        if (outer != null) {
            ends.formatting(LINK);
            growth.formatting.remove(outer);
            int place = open.placeOf(outer);
            if (place >= 0) {
                open.remove(place);
            }
        }
        format(kind, attributes);
    }

    private void format(ElementKind kind, @Nullable Attributes attributes) {
        growth.reopenFormatting();
        if (!growth.formatting.add(growth.insert(kind, attributes), kind)) {
            growth.unsure();
        }
    }

    private void embedded(ElementKind kind, @Nullable Attributes attributes) {
        phrase(kind, attributes);
        growth.formatting.mark();
    }

    private void inForm(ElementKind kind, @Nullable Attributes attributes) {
        if (open.inScope(SELECT) >= 0) {
            growth.unsure();
        } else if (kind.start() == Start.RULE) {
            block(kind, attributes);
        } else {
            phrase(kind, attributes);
        }
    }

    private void option(ElementKind kind, @Nullable Attributes attributes) {
        if (open.inScope(SELECT) >= 0) {
            open.implyEndsBut(OPTGROUP);
        } else if (open.currentKind() == OPTION) {
            open.pop();
        }
        phrase(kind, attributes);
    }

    /** A second body or root gives the first one the attributes that it has not. */
    private void again(ElementKind kind, @Nullable Attributes attributes) {
        int place = kind.start() == Start.HTML ? 0 : 1;
        if (open.hasTemplate() || open.size() <= place || open.kind(place) != kind) {
            growth.unsure();
        } else {
            growth.merge(place, attributes);
        }
    }
}
