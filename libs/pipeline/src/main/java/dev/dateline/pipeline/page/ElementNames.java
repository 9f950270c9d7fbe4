package dev.dateline.pipeline.page;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What the class, identifier and test identifier of an element say of dates and authors, as bits. */
final class ElementNames {
    /** Speaks of a date. */
    static final int DATE = 1;
    /** Speaks of a date that is not the day of publication. */
    static final int OTHER_DATE = 2;
    /** Speaks of an author's name. */
    static final int AUTHOR_NAME = 4;
    /** Speaks of an author. */
    static final int BYLINE = 8;
    /** Speaks of a part of the page that is about other articles. */
    static final int ELSEWHERE = 16;
    /** Speaks of something about an author that is not the name. */
    static final int NO_NAME = 32;
    /** Speaks of a footer. */
    static final int FOOTER = 64;
    /** Speaks of the day of publication. */
    static final int PUBLISHED = 128;

    private static final WordSpotter WORDS = new WordSpotter(Map.of(
            DATE,
            List.of(
                    "date",
                    "datum",
                    "published",
                    "posted",
                    "publish",
                    "time",
                    "entry-meta",
                    "post-meta",
                    "postmeta",
                    "meta",
                    "byline",
                    "article-info",
                    "articleinfo",
                    "created",
                    "fecha"),
            OTHER_DATE,
            List.of(
                    "update",
                    "modif",
                    "comment",
                    "related",
                    "sidebar",
                    "footer",
                    "widget",
                    "teaser",
                    "event",
                    "copyright",
                    "timeline",
                    "metadata-list"),
            AUTHOR_NAME,
            List.of(
                    "authorname",
                    "author-name",
                    "author--name",
                    "bylinename",
                    "byline-name",
                    "byline--name",
                    "contributor-name",
                    "contributorname"),
            BYLINE,
            List.of("byline", "author", "autor", "writer", "contributor", "verfasser"),
            ELSEWHERE,
            List.of("comment", "related", "teaser", "recommend", "carousel", "more-from"),
            FOOTER,
            List.of("footer"),
            PUBLISHED,
            List.of("published"),
            NO_NAME,
            List.of(
                    "bio",
                    "image",
                    "avatar",
                    "photo",
                    "desc",
                    "social",
                    "date",
                    "time",
                    "role",
                    "title",
                    "position",
                    "link-all",
                    "box-content",
                    "autoriz")));

    private static final NameMemo KNOWN = new NameMemo(WORDS::groupsIn);

    private ElementNames() {}

    static int of(Element element) {
        return of(element, element.attributesSize());
    }

    /** The same of an element whose attributes were counted: the parser counts them each time. */
    static int of(Element element, int size) {
        if (size == 0) {
            return 0;
        }
        var attributes = element.attributes();
        var classes = attributes.get("class");
        int said = KNOWN.of(classes);
        return size == 1 && !classes.isEmpty()
                ? said
                : said | WORDS.groupsIn(attributes.get("id")) | KNOWN.of(attributes.get("data-testid"));
    }

    static boolean says(int names, int group) {
        return (names & group) != 0;
    }
}
