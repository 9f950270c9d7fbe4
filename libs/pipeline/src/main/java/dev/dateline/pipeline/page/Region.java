package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A block-level element of a page with the blocks of text inside it: {@code [first, end)} of the page's list. */
final class Region {
    final @Nullable Region parent;
    final Element element;
    final List<Region> children = new ArrayList<>();
    final int first;
    int end;
    /** What the element's name and attributes say it is. */
    final Role role;
    /** Running text inside, everything counted. */
    int prose;
    /** Running text inside, without what lies in noise. */
    int kept;
    /** Whether a main heading is inside. */
    boolean headed;
    /** Whether what the page calls its main part is inside. */
    boolean holdsMain;
    /** Whether the region is left out. */
    boolean noise;

    /** What an element says of itself. */
    enum Role {
        /** Nothing. */
        PLAIN,
        /** The body of the article. */
        BODY,
        /** The article, or the main part of the page. */
        ARTICLE,
        /** Not the article, unless most of the text is in it. */
        DOUBTFUL,
        /** Not the article, unless the article's heading and most of the text are in it. */
        NOISE,
        /** Not the article, unless its heading is in it: however much readers have commented. */
        SURELY_NOISE,
        /** Not the article, unless the main part of the page is in it: someone forgot to close it. */
        NEVER
    }

    Region(@Nullable Region parent, Element element, int first, Role role) {
        this.parent = parent;
        this.element = element;
        this.first = first;
        this.end = first;
        this.role = role;
        if (parent != null) {
            parent.children.add(this);
        }
    }
}
