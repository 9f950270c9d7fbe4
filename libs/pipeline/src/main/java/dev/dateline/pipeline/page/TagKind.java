package dev.dateline.pipeline.page;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What elements are by their tag alone, as bits: one look at one table for each. */
final class TagKind {
    /** Has nothing that a reader sees as text. */
    static final int UNREADABLE = 1;
    /** The cell of a table. */
    static final int CELL = 2;
    /** In a cell it shows that the table is only for layout. */
    static final int CELL_BLOCK = 4;
    /** Is never an article. */
    static final int NEVER = 8;
    /** Its names say nothing: too much depends on it. */
    static final int UNJUDGED = 16;
    /** May hold an image and its caption, in old pages. */
    static final int PARAGRAPH = 32;
    /** Small print: a caption in old pages. */
    static final int SMALL = 64;
    /** A block of text, though not for the parser. */
    static final int CAPTION = 128;

    private static final Map<String, Integer> KINDS = new HashMap<>();

    static {
        are(
                UNREADABLE,
                "script style noscript template svg math iframe object embed canvas audio video select option input"
                        + " textarea button label datalist map head dialog meter progress");
        are(CELL, "td th");
        are(CELL_BLOCK, "p div table ul ol h1 h2 h3 h4 blockquote");
        are(NEVER, "nav footer menu");
        are(UNJUDGED, "html body main h1 br em strong");
        are(PARAGRAPH, "p div center td");
        are(SMALL, "br font em i small span");
        are(CAPTION, "figcaption");
    }

    private TagKind() {}

    private static void are(int kind, String names) {
        for (var name : names.split(" ")) {
            KINDS.merge(name, kind, (a, b) -> a | b);
        }
    }

    static int of(Element element) {
        return of(element.normalName());
    }

    static int of(String name) {
        var kind = KINDS.get(name);
        return kind == null ? 0 : kind;
    }

    static boolean is(int kind, int any) {
        return (kind & any) != 0;
    }
}
