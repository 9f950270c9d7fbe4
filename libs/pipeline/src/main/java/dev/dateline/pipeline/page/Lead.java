package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.TextBlock.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Finds the lead of an article: many pages set it between the heading and the body, outside of what they call the body.
 * Running text that stands there, is no link and is not named as noise belongs to the article.
 */
final class Lead {
    /** More than this share of the body's text is no lead. */
    private static final double MOST = 0.5;
    /** A heading of this size is a sentence under the headline. */
    private static final int SUBTITLE = 45;

    private static final double LINKED = 0.3;
    /** A body that begins like the lead repeats it. */
    private static final int REPEATED = 50;

    private final PageLayout layout;
    private final Region main;
    private final ElementRoles roles;
    private final List<TextBlock> found = new ArrayList<>();
    private final int first;

    private Lead(PageLayout layout, Region main, ElementRoles roles, String title) {
        this.layout = layout;
        this.main = main;
        this.roles = roles;
        this.first = headline(layout.blocks(), main.first, Line.plain(title)) + 1;
    }

    /** Gives the blocks between the headline and the main region that belong to the article. */
    static List<TextBlock> of(PageLayout layout, Region main, ElementRoles roles, String title) {
        var lead = new Lead(layout, main, roles, title);
        if (lead.first > 0) {
            lead.collect(layout.root(), false);
        }
        int prose = lead.found.stream().mapToInt(TextBlock::size).sum();
        return prose > main.kept * MOST ? List.of() : lead.found;
    }

    /** The last headline before a block, or -1. */
    private static int headline(List<TextBlock> blocks, int end, String title) {
        for (int i = end - 1; i >= 0; i--) {
            var block = blocks.get(i);
            if (block.kind() == Kind.HEADING
                    && (isMainHeading(block) || Line.plain(block.text()).equals(title))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isMainHeading(TextBlock block) {
        var parent = block.element().parent();
        return block.element().normalName().equals("h1")
                || (parent != null && parent.normalName().equals("h1"));
    }

    private void collect(Region region, boolean named) {
        int at = region.first;
        for (var child : region.children) {
            take(at, child.first, named);
            boolean isBetween = child.end > first && child.first < main.first && child != main;
            if (isBetween) {
                collectFrom(child, named || roles.isLead(child.element));
            }
            at = child.end;
        }
        take(at, region.end, named);
    }

    private void collectFrom(Region region, boolean isLead) {
        if (belongs(region, isLead)) {
            collect(region, isLead);
        }
    }

    private boolean belongs(Region region, boolean lead) {
        return switch (region.role) {
            case NEVER, SURELY_NOISE -> !region.noise;
            case NOISE ->
                !region.noise || (region.headed && region.element.normalName().equals("header"));
            case DOUBTFUL -> lead || !region.noise;
            case ARTICLE, BODY ->
                region.end > main.first || !region.element.normalName().equals("article");
            case PLAIN -> true;
        };
    }

    private void take(int from, int to, boolean named) {
        var seen = new HashSet<String>();
        for (int i = Math.max(from, first); i < Math.min(to, main.first); i++) {
            var block = layout.blocks().get(i);
            if (isLead(block, named) && seen.add(block.text()) && !isRepeated(block.text())) {
                found.add(block);
            }
        }
    }

    private static boolean isLead(TextBlock block, boolean named) {
        if (block.linkShare() > LINKED) {
            return false;
        }
        return switch (block.kind()) {
            case PARAGRAPH -> block.prose() > 0 || (named && block.size() >= TextSize.PHRASE);
            case HEADING -> block.size() >= SUBTITLE && !isMainHeading(block);
            case LIST_ITEM, ROW, CAPTION -> false;
        };
    }

    private boolean isRepeated(String text) {
        var beginning = text.substring(0, Math.min(text.length(), REPEATED));
        for (int i = main.first; i < Math.min(main.end, main.first + 5); i++) {
            if (layout.blocks().get(i).text().startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
