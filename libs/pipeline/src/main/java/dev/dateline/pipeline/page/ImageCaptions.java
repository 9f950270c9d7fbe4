package dev.dateline.pipeline.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Knows captions of old pages: a paragraph that is an image, and under it a short text in another hand. */
final class ImageCaptions {
    private static final int LONGEST = 150;

    private ImageCaptions() {}

    /** Whether a paragraph is an image and its caption. */
    static boolean isCaptioned(Element element) {
        var first = nextElement(element.firstChild());
        if (first == null || !isImage(first)) {
            return false;
        }
        var next = nextElement(first.nextSibling());
        return next != null
                && TagKind.is(TagKind.of(next), TagKind.SMALL)
                && element.getElementsByTag("p").size() < 2
                && ShortText.of(element, LONGEST) != null;
    }

    /** The first node when it is an element; white space is no node. */
    private static @Nullable Element nextElement(@Nullable Node from) {
        var node = from;
        while (node instanceof TextNode text && text.isBlank()) {
            node = node.nextSibling();
        }
        return node instanceof Element element ? element : null;
    }

    private static boolean isImage(Element element) {
        if (element.normalName().equals("a")) {
            var inside = nextElement(element.firstChild());
            return inside != null && inside.normalName().equals("img") && nextElement(inside.nextSibling()) == null;
        }
        return element.normalName().equals("img");
    }
}
