package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.TextBlock.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the blocks of a region that belong to the article: noise and lists of links stay out. */
final class RegionReader {
    /** More link text than this makes a list a list of links. */
    private static final double LINK_LIST = 0.65;
    /** A block that is nothing but a link, and shorter than this, leads elsewhere. */
    private static final int LINK_LINE = 200;

    private static final double LINKED = 0.94;
    private static final int REPEATABLE = 100;
    private static final double TEASERS = 0.55;

    private final int whole;
    private final List<TextBlock> blocks;
    private final Set<String> read = new HashSet<>();
    private final int[] lengths;
    private final int[] links;

    RegionReader(PageLayout layout, int whole) {
        this.whole = whole;
        this.blocks = layout.blocks();
        this.lengths = new int[blocks.size() + 1];
        this.links = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            lengths[i + 1] = lengths[i] + blocks.get(i).text().length();
            links[i + 1] = links[i] + blocks.get(i).linkLength();
        }
    }

    void read(Region region, List<TextBlock> kept, List<String> captions) {
        int at = region.first;
        var seen = new HashSet<Long>();
        boolean teasers = hasTeasers(region);
        for (var child : region.children) {
            take(at, child.first, kept, captions);
            boolean repeated = child.prose > REPEATABLE && !seen.add(fingerprint(child));
            if (!child.noise && !repeated && !(teasers && isArticle(child)) && !isLinkList(child)) {
                read(child, kept, captions);
            }
            at = child.end;
        }
        take(at, region.end, kept, captions);
    }

    /** Pages made for several screens hold the same text more than once. */
    private long fingerprint(Region region) {
        long hash = 1;
        for (var block : blocks.subList(region.first, region.end)) {
            hash = hash * 1_000_003 + block.text().hashCode();
        }
        return hash;
    }

    /** Articles inside the article are teasers of others, unless they are what it is made of. */
    private boolean hasTeasers(Region region) {
        int articles = 0;
        int prose = 0;
        for (var child : region.children) {
            articles += isArticle(child) ? 1 : 0;
            prose += isArticle(child) ? child.kept : 0;
        }
        return articles >= 2 && prose < whole * TEASERS;
    }

    private static boolean isArticle(Region region) {
        return region.element.normalName().equals("article");
    }

    private void take(int from, int to, List<TextBlock> kept, List<String> captions) {
        for (var block : blocks.subList(from, to)) {
            if (block.kind() == Kind.CAPTION) {
                captions.add(block.text());
            } else if (!isLinkLine(block) && !isRepeated(block)) {
                kept.add(block);
            }
        }
    }

    /** Pull quotes and copies for other screens say again what was said; short lines may come back, and code. */
    private boolean isRepeated(TextBlock block) {
        return block.size() >= REPEATABLE && block.prose() > 0 && !read.add(block.text());
    }

    private boolean isLinkList(Region region) {
        int length = lengths[region.end] - lengths[region.first];
        return region.end - region.first > 1 && links[region.end] - links[region.first] > length * LINK_LIST;
    }

    /** Whether hardly a character is not of a link; spaces are of none. */
    private static boolean isLink(TextBlock block) {
        int spaces = 0;
        for (int i = 0; i < block.text().length(); i++) {
            spaces += block.text().charAt(i) <= ' ' ? 1 : 0;
        }
        return block.linkLength() > (block.text().length() - spaces) * LINKED;
    }

    private static boolean isLinkLine(TextBlock block) {
        return block.kind() != Kind.HEADING
                && block.linkLength() > 0
                && block.text().length() < LINK_LINE
                && isLink(block)
                && !TextSize.endsSentence(block.text());
    }
}
