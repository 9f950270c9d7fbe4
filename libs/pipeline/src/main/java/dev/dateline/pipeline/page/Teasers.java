package dev.dateline.pipeline.page;

import java.util.List;
import java.util.function.Predicate;

/**
 * The headings of a text that lead to other pages, and the lines that such a link makes up for a good part.
 *
 * @param count how many there are
 * @param longest how much running text stands at most before, between or after them
 */
record Teasers(int count, int longest) {
    private static final int SECTION = 4;
    /** A teaser says no more of its article than this. */
    private static final int TEASER_PROSE = 250;

    /** A teaser of one line is a link and a few words more. */
    private static final double LINKED = 0.4;

    /** Counts in what was taken for the article: what stands there and is a link for a good part leads elsewhere. */
    static Teasers inContent(List<TextBlock> blocks) {
        return in(blocks, block -> block.isLinkedHeading() || block.linkShare() > LINKED);
    }

    /** Counts in a whole page, whose menus are links too: only headings tell. */
    static Teasers inPage(List<TextBlock> blocks) {
        return in(blocks, TextBlock::isLinkedHeading);
    }

    private static Teasers in(List<TextBlock> blocks, Predicate<TextBlock> leads) {
        int count = 0;
        int longest = 0;
        int run = 0;
        for (var block : blocks) {
            if (leads.test(block)) {
                count++;
                run = 0;
            } else {
                run += block.prose();
            }
            longest = Math.max(longest, run);
        }
        return new Teasers(count, longest);
    }

    /** Whether the text is a list of teasers and nothing else. */
    boolean areAll() {
        return count >= SECTION && longest <= TEASER_PROSE;
    }
}
