package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** The elements of a page that tell of its article, found in one walk, each kind in reading order. */
final class PageScan {
    private static final int MOST = 200;

    final List<Element> metas = new ArrayList<>();
    final List<Element> jsonLd = new ArrayList<>();
    /** The other scripts that stand in the page itself. */
    final List<Element> dataScripts = new ArrayList<>();

    final List<Element> mainHeadings = new ArrayList<>();
    final List<Element> headings = new ArrayList<>();
    final List<Element> times = new ArrayList<>();
    /** Marked up as the day of publication. */
    final List<Element> published = new ArrayList<>();
    /** Named like a date. */
    final List<Element> dated = new ArrayList<>();
    /** Named or marked up like an author. */
    final List<Element> bylines = new ArrayList<>();

    @Nullable
    Element title;

    @Nullable
    Element canonical;

    private PageScan() {}

    static PageScan of(Document document) {
        var scan = new PageScan();
        @Nullable Node node = document;
        while (node != null) {
            if (node instanceof Element element) {
                scan.see(element);
            }
            node = following(node);
        }
        return scan;
    }

    /** The next node in reading order: no recursion, since pages nest as deep as they like. */
    private static @Nullable Node following(Node node) {
        if (node.childNodeSize() > 0) {
            return node.firstChild();
        }
        @Nullable Node at = node;
        while (at != null && at.nextSibling() == null) {
            at = at.parentNode();
        }
        return at == null ? null : at.nextSibling();
    }

    private void see(Element element) {
        switch (element.normalName()) {
            case "meta" -> metas.add(element);
            case "script" -> seeScript(element);
            case "link" -> seeLink(element);
            case "title" -> title = title == null ? element : title;
            case "h1" -> add(mainHeadings, element);
            case "h2" -> add(headings, element);
            case "time" -> add(times, element);
            default -> {}
        }
        if (element.attributesSize() > 0) {
            seeNames(element);
        }
    }

    private void seeScript(Element script) {
        if (script.attributes().get("type").contains("ld+json")) {
            jsonLd.add(script);
        } else if (!script.attributes().hasKey("src")) {
            add(dataScripts, script);
        }
    }

    private void seeLink(Element link) {
        if (canonical == null && link.attr("rel").equalsIgnoreCase("canonical") && link.hasAttr("href")) {
            canonical = link;
        }
    }

    private void seeNames(Element element) {
        int names = ElementNames.of(element);
        if (ElementNames.says(names, ElementNames.DATE) && !ElementNames.says(names, ElementNames.OTHER_DATE)) {
            add(dated, element);
        }
        if (element.attributes().get("itemprop").contains("datePublished")) {
            add(published, element);
        }
        if (PrintedBylines.rank(element, names) > 0) {
            add(bylines, element);
        }
    }

    private static void add(List<Element> elements, Element element) {
        if (elements.size() < MOST) {
            elements.add(element);
        }
    }
}
