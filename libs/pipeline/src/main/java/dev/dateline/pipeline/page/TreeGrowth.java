package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.ElementKind.Start;
import dev.dateline.pipeline.page.ElementKind.Trait;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/** The tree of a page as far as it was made, the elements that are open at its end, and how nodes are added there. */
final class TreeGrowth {
    private static final Tag SVG = Tag.valueOf("svg", Parser.NamespaceSvg, ParseSettings.preserveCase);

    final OpenElements open = new OpenElements();
    final ActiveFormatting formatting = new ActiveFormatting();
    /** Is shown each element as it is added: to walk over them all once more would take longer. */
    final PageScan scan = new PageScan();

    private final Document document;
    private final int maxDepth;
    private boolean isSure = true;
    private boolean hasBase;

    TreeGrowth(String url, int maxDepth) {
        this.document = new Document(Parser.NamespaceHtml, url);
        this.maxDepth = maxDepth;
    }

    Document document() {
        return document;
    }

    /** Whether all was plain so far. */
    boolean isSure() {
        return isSure;
    }

    /** Leaves the page to the parser. */
    void unsure() {
        isSure = false;
    }

    /** Adds an element, which stays open unless it can have no content. */
    Element insert(ElementKind kind, @Nullable Attributes attributes) {
        var element = kind.start() == Start.FORM
                ? new FormElement(kind.tag, null, attributes)
                : new Element(kind.tag, null, attributes);
        var parent = open.size() == 0 ? document : open.current();
        add(parent, element);
        if (!kind.is(Trait.VOID)) {
            open.push(element, kind);
        }
        checkDepth();
        return element;
    }

    /** Opens the formatting again that blocks have closed: before text and what is like text. */
    void reopenFormatting() {
        for (int i = formatting.firstClosed(open); i < formatting.size(); i++) {
            var kind = formatting.kind(i);
            var again = formatting.again(i, kind);
            add(open.current(), again);
            open.push(again, kind);
        }
        checkDepth();
    }

    /** The parser closes what is too deep. */
    private void checkDepth() {
        isSure &= open.size() < maxDepth;
    }

    /** Gives an open element those of some attributes that it has not. */
    void merge(int place, @Nullable Attributes attributes) {
        if (attributes == null) {
            return;
        }
        var first = open.element(place).attributes();
        for (var attribute : attributes) {
            if (!first.hasKey(attribute.getKey())) {
                first.put(attribute.clone());
            }
        }
    }

    /** Adds an empty drawing. */
    void insertDrawing() {
        add(open.current(), new Element(SVG, null, null));
    }

    void insertText(String text) {
        addText(open.current(), open.currentKind().tag, text);
    }

    /** Adds an element whose text is no markup. */
    void insertRaw(Element parent, ElementKind kind, @Nullable Attributes attributes, String text) {
        var element = new Element(kind.tag, null, attributes);
        add(parent, element);
        if (!text.isEmpty()) {
            addText(element, kind.tag, text);
        }
    }

    private void add(Element parent, Element element) {
        parent.appendChild(element);
        scan.see(element);
    }

    private void addText(Element parent, Tag tag, String text) {
        isSure &= text.indexOf(0) < 0; // What a NUL becomes depends on where it stands.
        parent.appendChild(tag.is(Tag.Data) ? new DataNode(text) : new TextNode(text));
    }

    /** Adds an element of the head, without content, to the head or where it stands. */
    void insertHeadPart(Element parent, ElementKind kind, @Nullable Attributes attributes) {
        var element = new Element(kind.tag, null, attributes);
        add(parent, element);
        if (kind.name.equals("base") && !hasBase && !element.absUrl("href").isEmpty()) {
            hasBase = true;
            document.setBaseUri(element.absUrl("href"));
        }
    }
}
