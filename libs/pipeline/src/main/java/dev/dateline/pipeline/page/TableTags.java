package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.ElementKind.End;
import dev.dateline.pipeline.page.ElementKind.Start;
import dev.dateline.pipeline.page.ElementKind.Trait;
import org.jsoup.nodes.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * What tags do to the tree in a table (HTML standard, 13.2.6.4.9 to 13.2.6.4.15), where it holds only what it should.
 *
 * <p>The standard's insertion modes are told from the elements that are open: directly in a table, its groups or its rows
 * only parts of it may stand; in cells and captions there is body again.
 */
final class TableTags {
    private static final ElementKind TABLE = ElementKind.of("table");
    private static final ElementKind CAPTION = ElementKind.of("caption");
    private static final ElementKind COLGROUP = ElementKind.of("colgroup");
    private static final ElementKind COL = ElementKind.of("col");
    private static final ElementKind TBODY = ElementKind.of("tbody");
    private static final ElementKind TR = ElementKind.of("tr");

    private final TreeGrowth growth;
    private final OpenElements open;
    private final BodyTags body;
    private final BodyEnds ends;

    TableTags(TreeGrowth growth, BodyTags body, BodyEnds ends) {
        this.growth = growth;
        this.open = growth.open;
        this.body = body;
        this.ends = ends;
    }

    /** Whether only parts of a table may follow. */
    boolean isInFrame() {
        return open.currentKind().is(Trait.TABLE_FRAME);
    }

    /** Whether a cell or a caption is open. */
    boolean isInTable() {
        int place = open.innermost(Trait.TABLE);
        return place >= 0 && open.kind(place).is(Trait.CELL);
    }

    /** Begins a table. */
    void table(ElementKind kind, @Nullable Attributes attributes, boolean isQuirky) {
        if (!isQuirky) {
            body.closeParagraph();
        }
        growth.insert(kind, attributes);
    }

    /** Takes a part of a table in a cell, a caption or no table at all. */
    void part(ElementKind kind, @Nullable Attributes attributes) {
        if (closeCell()) {
            startInFrame(kind, attributes);
        } else if (open.hasTemplate()) {
            growth.unsure(); // It may hold parts without a table.
        }
    }

    /** Closes the cell or the caption that is open; false when there is none. */
    private boolean closeCell() {
        int place = open.innermost(Trait.TABLE);
        if (place < 0 || !open.kind(place).is(Trait.CELL)) {
            return false;
        }
        open.popFrom(place);
        growth.formatting.clearToMarker();
        return true;
    }

    /** Takes a start tag in a table, its groups or its rows. */
    void startInFrame(ElementKind kind, @Nullable Attributes attributes) {
        if (kind.start() != Start.TABLE_PART) {
            startOther(kind, attributes);
            return;
        }
        while (!holds(open.currentKind(), kind)) {
            if (open.currentKind() == TABLE) {
                growth.insert(kind == COL ? COLGROUP : TBODY, null);
            } else if (kind.is(Trait.CELL)
                    && kind != CAPTION
                    && open.currentKind().is(Trait.ROW_GROUP)) {
                growth.insert(TR, null);
            } else {
                open.pop();
            }
        }
        if (kind.is(Trait.CELL)) {
            growth.formatting.mark();
        }
        growth.insert(kind, attributes);
    }

    private static boolean holds(ElementKind outer, ElementKind part) {
        if (part == TR) {
            return outer.is(Trait.ROW_GROUP);
        }
        if (part == COL) {
            return outer == COLGROUP;
        }
        return part.is(Trait.CELL) && part != CAPTION ? outer == TR : outer == TABLE;
    }

    /** A form may begin in a table, though nothing is in it then; what else is no part of one ends up before it. */
    private void startOther(ElementKind kind, @Nullable Attributes attributes) {
        if (kind.start() != Start.FORM || open.currentKind() == COLGROUP) {
            growth.unsure();
        } else if (!ends.hasForm()) {
            ends.openForm(growth.insert(kind, attributes));
            open.pop();
        }
    }

    /** Takes an end tag in a table, its groups or its rows. */
    void endInFrame(ElementKind kind) {
        var current = open.currentKind();
        if (current == COLGROUP && kind != COL && kind != COLGROUP) {
            open.pop();
            endInFrame(kind);
        } else if (kind == current) {
            open.pop();
        } else if (kind == TABLE || kind.is(Trait.ROW_GROUP)) {
            closeTo(kind);
        } else if (kind.end() == End.PARAGRAPH
                || kind.end() == End.BREAK
                || kind.end() == End.FORMATTING
                || kind.end() == End.FORM
                || kind.end() == End.UNSURE) {
            growth.unsure();
        }
        // Of all others nothing is open in this table.
    }

    /** Takes the end tag of a table or of its parts in a cell or a caption. */
    void endInCell(ElementKind kind) {
        int cell = open.innermost(Trait.TABLE);
        if (kind == open.kind(cell)) {
            closeCell();
        } else if (kind == TABLE || (open.kind(cell) != CAPTION && (kind == TR || kind.is(Trait.ROW_GROUP)))) {
            if (open.inTable(kind) >= 0) {
                closeCell();
                closeTo(kind);
            }
        }
    }

    /** Closes a table or a group of rows with what is in it, if it is there. */
    private void closeTo(ElementKind kind) {
        int place = open.inTable(kind);
        if (place >= 0) {
            open.popFrom(place);
        }
    }
}
