package dev.dateline.pipeline.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** The text of an element when it is short; stops reading as soon as it is not, so that wrappers cost nothing. */
final class ShortText implements NodeFilter {
    private static final int MOST_NODES = 120;

    private final StringBuilder text = new StringBuilder();
    private final int longest;
    private int nodes;

    private ShortText(int longest) {
        this.longest = longest;
    }

    /** Gives the text with single spaces, or null when it is longer. */
    static @Nullable String of(Element element, int longest) {
        var reader = new ShortText(longest);
        return NodeTraversor.filter(reader, element) == FilterResult.STOP
                ? null
                : reader.text.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode found) {
            append(found.text());
        } else if (node instanceof Element inner) {
            append(" ");
            if (inner.normalName().equals("script") || inner.normalName().equals("style")) {
                return FilterResult.SKIP_ENTIRELY;
            }
        }
        return text.length() > longest || ++nodes > MOST_NODES ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    private void append(String more) {
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            boolean space = Character.isWhitespace(c) || c == '\u00a0';
            if (!space) {
                text.append(c);
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
    }
}
