package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.TextBlock.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Reads a page into blocks of text and regions, in one walk over its elements. */
final class BlockReader {
    /** A longer text under an image, or in a heading that nobody closed, is a paragraph. */
    private static final int LONGEST_LINE = 300;

    private final ElementRoles roles;
    private final int maxBlocks;
    private final int maxLength;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final TextBuffer text = new TextBuffer();
    private int linkDepth;
    private Region region;
    private Element holder;
    private Kind kind = Kind.PARAGRAPH;

    private BlockReader(Element body, ElementRoles roles, CleanerLimits limits) {
        this.roles = roles;
        this.maxBlocks = limits.maxBlocks();
        this.maxLength = limits.maxTextLength();
        this.region = new Region(null, body, 0, Region.Role.PLAIN);
        this.holder = body;
    }

    static PageLayout read(Document page, ElementRoles roles, CleanerLimits limits) {
        var reader = new BlockReader(page.body(), roles, limits);
        reader.children(page.body());
        reader.flush();
        var root = reader.region;
        root.end = reader.blocks.size();
        return new PageLayout(reader.blocks, root);
    }

    private void children(Element element) {
        // By number: to ask each node for its neighbour takes longer.
        for (int i = 0; i < element.childNodeSize() && blocks.size() < maxBlocks; i++) {
            var node = element.childNode(i);
            if (node instanceof TextNode found) {
                if (text.length() < maxLength) {
                    text.append(found.getWholeText(), linkDepth > 0);
                }
            } else if (node instanceof Element child) {
                element(child);
            }
        }
    }

    private void element(Element element) {
        var name = element.normalName();
        int tag = TagKind.of(name);
        if (TagKind.is(tag, TagKind.UNREADABLE)) {
            return;
        }
        if (name.equals("br")) {
            lineBreak();
        } else if (name.equals("a")) {
            link(element);
        } else if (TagKind.is(tag, TagKind.CELL) && isPlainCell(element)) {
            cell(element);
        } else if (element.isBlock() || TagKind.is(tag, TagKind.CAPTION)) {
            block(element, name, tag);
        } else {
            var role = ElementRoles.role(roles.said(element, name, tag));
            if (role.compareTo(Region.Role.DOUBTFUL) >= 0) {
                inRegion(element, name, kind, role);
            } else {
                children(element);
            }
        }
    }

    private void link(Element element) {
        linkDepth++;
        children(element);
        linkDepth--;
    }

    /** Cells of one row share a block, unless they hold blocks of their own: then the table is only for layout. */
    private void cell(Element element) {
        text.endCell();
        children(element);
    }

    private static boolean isPlainCell(Element cell) {
        for (var child : cell.childNodes()) {
            if (TagKind.is(TagKind.of(child.normalName()), TagKind.CELL_BLOCK)) {
                return false;
            }
        }
        return true;
    }

    private void block(Element element, String name, int tag) {
        int said = roles.said(element, name, tag);
        boolean isCaption = ElementRoles.isCaption(said)
                || (TagKind.is(tag, TagKind.PARAGRAPH) && ImageCaptions.isCaptioned(element));
        inRegion(element, name, kindOf(name, isCaption), ElementRoles.role(said));
    }

    private void inRegion(Element element, String name, Kind inside, Region.Role role) {
        flush();
        var outerKind = kind;
        var outerHolder = holder;
        var outerRegion = region;
        kind = inside;
        holder = element;
        region = new Region(outerRegion, element, blocks.size(), role);
        region.headed = name.equals("h1");
        region.holdsMain = name.equals("main");
        children(element);
        flush();
        region.end = blocks.size();
        outerRegion.headed |= region.headed;
        outerRegion.holdsMain |= region.holdsMain;
        outerRegion.prose += region.prose;
        region = outerRegion;
        holder = outerHolder;
        kind = outerKind;
    }

    private Kind kindOf(String name, boolean isCaption) {
        return switch (name) {
            case "h1" -> Kind.HEADING;
            case "h2", "h3", "h4", "h5", "h6" -> kind == Kind.CAPTION ? Kind.CAPTION : Kind.HEADING;
            case "li", "dt", "dd" -> Kind.LIST_ITEM;
            case "tr" -> Kind.ROW;
            case "figcaption", "figure" -> Kind.CAPTION;
            case "blockquote", "pre" -> Kind.PARAGRAPH;
            default -> isCaption ? Kind.CAPTION : name.equals("p") && kind == Kind.ROW ? Kind.PARAGRAPH : kind;
        };
    }

    /** One break is a new line; two in a row are how old pages write paragraphs. */
    private void lineBreak() {
        if (text.endsLine()) {
            flush();
        } else {
            text.endLine();
        }
    }

    private void flush() {
        if (text.isEmpty()) {
            return;
        }
        text.limit(maxLength);
        var found = text.text();
        if (!found.isEmpty()) {
            boolean misnamed = text.size() > LONGEST_LINE && (kind == Kind.CAPTION || kind == Kind.HEADING);
            var block = new TextBlock(misnamed ? Kind.PARAGRAPH : kind, found, text.linked(), holder, text.size());
            blocks.add(block);
            region.prose += block.prose();
        }
        text.clear();
    }
}
