package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.ElementKind.End;
import dev.dateline.pipeline.page.ElementKind.Start;
import org.jsoup.nodes.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * What tags do to the tree in what a page has for browsers without scripts. The parser takes it as it comes, by no rules but
 * that tags come in pairs, and closes it all at its end.
 */
final class NoscriptTags {
    private final TreeGrowth growth;
    private final OpenElements open;
    private int place = OpenElements.NONE;

    NoscriptTags(TreeGrowth growth) {
        this.growth = growth;
        this.open = growth.open;
    }

    boolean isOpen() {
        return place >= 0;
    }

    void begin(ElementKind kind, @Nullable Attributes attributes) {
        place = open.size();
        growth.insert(kind, attributes);
    }

    void start(ElementKind kind, @Nullable Attributes attributes) {
        if (kind.start() == Start.UNSURE || kind.start() == Start.FORM) {
            growth.unsure();
        } else {
            growth.insert(kind, attributes);
        }
    }

    void end(ElementKind kind) {
        int at = open.size() - 1;
        while (at > place && open.kind(at) != kind) {
            at--;
        }
        if (kind.end() == End.NOSCRIPT) {
            open.popFrom(place);
            place = OpenElements.NONE;
        } else if (at > place) {
            open.popFrom(at);
        }
    }
}
