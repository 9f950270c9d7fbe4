package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The elements of a page that tell of its article, each kind in reading order. */
final class PageScan {
    private static final int MOST = 200;

    final List<Element> metas = new ArrayList<>();
    final List<Script> jsonLd = new ArrayList<>();
    /** The other scripts that stand in the page itself. */
    final List<Script> dataScripts = new ArrayList<>();

    final List<Element> mainHeadings = new ArrayList<>();
    final List<Element> headings = new ArrayList<>();
    final List<Element> times = new ArrayList<>();

    @Nullable
    Element title;

    @Nullable
    Element canonical;

    /** All that have attributes, or may be given some. */
    private final List<Element> marked = new ArrayList<>();

    private @Nullable NameScan names;

    /**
     * Scans a page.
     *
     * @param scripts those that are not in the document
     */
    static PageScan of(Document document, List<Script> scripts) {
        var scan = new PageScan();
        scan.seeAll(scripts);
        scan.walk(document);
        return scan;
    }

    /** Takes scripts that are not in the document. */
    void seeAll(List<Script> scripts) {
        scripts.forEach(this::see);
    }

    /** The elements marked up as the day of publication. */
    List<Element> published() {
        return names().published;
    }

    /** The elements named like a date. */
    List<Element> dated() {
        return names().dated;
    }

    /** The elements named or marked up like an author. */
    List<Element> bylines() {
        return names().bylines;
    }

    /** Most pages say all this in their head: the names are read only when someone asks. */
    private NameScan names() {
        var read = names;
        if (read == null) {
            read = new NameScan();
            marked.forEach(read::see);
            names = read;
        }
        return read;
    }

    /** Elements do not nest deeper than {@link CleanerLimits#maxDepth}, so recursion may follow them. */
    private void walk(Element parent) {
        for (int i = 0; i < parent.childNodeSize(); i++) {
            if (parent.childNode(i) instanceof Element element) {
                see(element);
                walk(element);
            }
        }
    }

    /** Takes the next element in reading order, with its attributes; its content may come later. */
    void see(Element element) {
        if (element.attributesSize() > 0) {
            marked.add(element);
        }
        switch (element.normalName()) {
            case "html", "body" -> markLater(element);
            case "meta" -> metas.add(element);
            case "script" -> seeScript(element);
            case "link" -> seeLink(element);
            case "title" -> title = title == null ? element : title;
            case "h1" -> add(mainHeadings, element);
            case "h2" -> add(headings, element);
            case "time" -> add(times, element);
            default -> {}
        }
    }

    /** A second tag of its kind may give it attributes yet. */
    private void markLater(Element element) {
        if (element.attributesSize() == 0) {
            marked.add(element);
        }
    }

    private void see(Script script) {
        add(script.isJsonLd() ? jsonLd : dataScripts, script);
    }

    private void seeScript(Element element) {
        var script = Script.of(element);
        if (script.isJsonLd() || !element.attributes().hasKey("src")) {
            see(script);
        }
    }

    private void seeLink(Element link) {
        if (canonical == null && link.attr("rel").equalsIgnoreCase("canonical") && link.hasAttr("href")) {
            canonical = link;
        }
    }

    private static <T> void add(List<T> elements, T element) {
        if (elements.size() < MOST) {
            elements.add(element);
        }
    }

    /** What the names and the markup of the elements say of dates and authors. */
    private static final class NameScan {
        private final List<Element> published = new ArrayList<>();
        private final List<Element> dated = new ArrayList<>();
        private final List<Element> bylines = new ArrayList<>();

        private void see(Element element) {
            int size = element.attributesSize();
            int names = ElementNames.of(element, size);
            boolean isClassed = size == 1 && element.attributes().hasKey("class");
            if (names == 0 && isClassed) {
                return;
            }
            if (ElementNames.says(names, ElementNames.DATE) && !ElementNames.says(names, ElementNames.OTHER_DATE)) {
                add(dated, element);
            }
            var itemprop = isClassed ? "" : element.attributes().get("itemprop");
            if (!itemprop.isEmpty() && itemprop.contains("datePublished")) {
                add(published, element);
            }
            if (PrintedBylines.rank(element, names, itemprop, isClassed) > 0) {
                add(bylines, element);
            }
        }
    }
}
