package dev.dateline.pipeline.page;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Says whether an element stands in a part of the page that is about other articles, or about the site. */
final class Elsewhere {
    /** A link with so much text beside a date leads to the article that the date is of. */
    private static final int TEASER = 40;

    private Elsewhere() {}

    /** Whether it stands among comments, related articles, in navigation or in the footer: the page's, not the article's. */
    static boolean holds(Element element) {
        boolean isInFooter = false;
        for (@Nullable Element at = element; at != null && !at.normalName().equals("body"); at = at.parent()) {
            int names = ElementNames.of(at);
            if (at.normalName().equals("nav") || ElementNames.says(names, ElementNames.ELSEWHERE)) {
                return true;
            }
            if (isInFooter && at.normalName().equals("article")) {
                return false;
            }
            isInFooter |= at.normalName().equals("footer") || ElementNames.says(names, ElementNames.FOOTER);
        }
        return isInFooter;
    }

    /** Whether it is part of a link with much other text: a teaser. */
    static boolean isInTeaser(Element element) {
        for (@Nullable Element at = element.parent(); at != null; at = at.parent()) {
            if (at.normalName().equals("a")) {
                var text = ShortText.of(at, TEASER);
                return text == null;
            }
        }
        return false;
    }
}
