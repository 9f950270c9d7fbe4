package dev.dateline.pipeline.page;

import org.jsoup.nodes.Element;

/**
 * A run of text that a reader sees as one piece: a paragraph, a heading, a list item, a row of a table.
 *
 * @param kind what it is
 * @param text with single spaces, and line breaks where the page has them
 * @param linkLength how many characters of the text are links
 * @param element nearest element around it
 * @param size of the text ({@link TextSize}), kept because everything asks for it
 */
record TextBlock(Kind kind, String text, int linkLength, Element element, int size) {
    /** Link characters beyond this share make a block navigation. */
    private static final double MOSTLY_LINKS = 0.5;

    enum Kind {
        PARAGRAPH,
        HEADING,
        LIST_ITEM,
        ROW,
        CAPTION
    }

    TextBlock(Kind kind, String text, int linkLength, Element element) {
        this(kind, text, linkLength, element, TextSize.of(text));
    }

    TextBlock withText(String changed) {
        return new TextBlock(kind, changed, Math.min(linkLength, changed.length()), element);
    }

    double linkShare() {
        return text.isEmpty() ? 0 : (double) linkLength / text.length();
    }

    boolean mostlyLinks() {
        return linkShare() > MOSTLY_LINKS;
    }

    boolean isLinkedHeading() {
        return kind == Kind.HEADING && mostlyLinks();
    }

    /** How much running text it holds: none for headings, captions, links and scraps. */
    int prose() {
        if (kind == Kind.HEADING || kind == Kind.CAPTION || mostlyLinks()) {
            return 0;
        }
        return size >= TextSize.SENTENCE || (size >= TextSize.PHRASE && TextSize.endsSentence(text)) ? size : 0;
    }
}
