package dev.dateline.pipeline.page;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Says whether an element stands in a part of the page that is about other articles, or about the site. */
final class Elsewhere {
    /** A link with so much text beside a date leads to the article that the date is of. */
    private static final int TEASER = 40;

    private Elsewhere() {}

    /** Whether it stands among comments, related articles, in navigation or in the footer. */
    static boolean holds(Element element) {
        for (@Nullable Element at = element; at != null && !at.normalName().equals("body"); at = at.parent()) {
            if (at.normalName().equals("footer")
                    || at.normalName().equals("nav")
                    || ElementNames.says(ElementNames.of(at), ElementNames.ELSEWHERE)) {
                return true;
            }
        }
        return false;
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
