package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.ElementKind.End;
import dev.dateline.pipeline.page.ElementKind.Start;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Knows whose rules what is found in the body of a page goes by: those of the body, of tables, or of what comes behind it. */
final class BodyTree {
    private static final ElementKind HTML = ElementKind.of("html");

    /** What has ended: what comes may open it again. */
    private enum Ended {
        NOTHING,
        BODY,
        PAGE
    }

    private final TreeGrowth growth;
    private final OpenElements open;
    private final BodyTags body;
    private final BodyEnds ends;
    private final TableTags tables;
    private Ended ended = Ended.NOTHING;
    private boolean dropsLineFeed;

    BodyTree(TreeGrowth growth) {
        this.growth = growth;
        this.open = growth.open;
        this.ends = new BodyEnds(growth);
        this.body = new BodyTags(growth, ends);
        this.tables = new TableTags(growth, body, ends);
    }

    void start(ElementKind kind, @Nullable Attributes attributes, boolean isQuirky) {
        if (ended != Ended.NOTHING && kind == HTML) {
            growth.unsure();
        }
        ended = Ended.NOTHING;
        dropsLineFeed = kind.start() == Start.PREFORMATTED;
        if (kind.start() == Start.TEMPLATE) {
            growth.insert(kind, attributes);
            growth.formatting.mark();
        } else if (tables.isInFrame()) {
            tables.startInFrame(kind, attributes);
        } else if (kind.start() == Start.TABLE) {
            tables.table(kind, attributes, isQuirky);
        } else if (kind.start() == Start.TABLE_PART) {
            tables.part(kind, attributes);
        } else {
            body.start(kind, attributes);
        }
    }

    void end(ElementKind kind) {
        if (kind.end() == End.TEMPLATE) {
            endTemplate();
        } else if (tables.isInFrame()) {
            tables.endInFrame(kind);
        } else if (kind.end() == End.TABLE && tables.isInTable()) {
            tables.endInCell(kind);
        } else if (kind.end() == End.BODY || kind.end() == End.HTML) {
            endBody(kind.end());
        } else {
            ended = Ended.NOTHING;
            ends.end(kind);
        }
    }

    /** In cells and captions the end of the body means nothing; the page ends, but for that, in any element. */
    private void endBody(End end) {
        if (open.hasTemplate()) {
            growth.unsure();
        } else if (!tables.isInTable() && (end == End.HTML || ends.isBodyInScope())) {
            ended = end == End.BODY ? Ended.BODY : Ended.PAGE;
        }
    }

    /** Whether what comes opens the body again. */
    boolean hasEnded() {
        return ended != Ended.NOTHING;
    }

    private void endTemplate() {
        if (open.hasTemplate()) {
            open.popFrom(open.innermostTemplate());
            growth.formatting.clearToMarker();
        }
    }

    /** Takes text; outside of cells tables have only white space. */
    void text(String found, boolean isBlank) {
        if (isBlank && ended != Ended.NOTHING) {
            (ended == Ended.BODY ? open.element(0) : growth.document()).appendChild(new TextNode(found));
        } else if (tables.isInFrame()) {
            growth.insertText(found);
            if (!isBlank) {
                growth.unsure();
            }
        } else {
            ended = Ended.NOTHING;
            growth.reopenFormatting();
            growth.insertText(found);
        }
    }

    /** Takes an element whose text is no markup. */
    void raw(ElementKind kind, @Nullable Attributes attributes, String content) {
        ended = Ended.NOTHING;
        if (tables.isInFrame()) {
            growth.unsure();
        }
        growth.insertRaw(open.current(), kind, attributes, content);
    }

    void drawing() {
        beforePhrase();
        growth.insertDrawing();
    }

    /** Makes ready for what is like text. */
    void beforePhrase() {
        ended = Ended.NOTHING;
        if (tables.isInFrame()) {
            growth.unsure();
        }
        growth.reopenFormatting();
    }

    /** Whether a line feed that comes first is no text; asked once. */
    boolean dropsLineFeed() {
        boolean drops = dropsLineFeed;
        dropsLineFeed = false;
        return drops;
    }
}
