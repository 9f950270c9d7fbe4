package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.TextBlock.Kind;
import java.util.List;

/**
 * The headings of a text that lead to other pages.
 *
 * @param count how many there are
 * @param longest how much running text stands at most before, between or after them
 */
record Teasers(int count, int longest) {
    private static final int SECTION = 4;
    /** A teaser says no more of its article than this. */
    private static final int TEASER_PROSE = 250;

    static Teasers in(List<TextBlock> blocks) {
        int count = 0;
        int longest = 0;
        int run = 0;
        for (var block : blocks) {
            if (block.kind() == Kind.HEADING && block.mostlyLinks()) {
                count++;
                run = 0;
            }
            run += block.prose();
            longest = Math.max(longest, run);
        }
        return new Teasers(count, longest);
    }

    /** Whether the text is a list of teasers and nothing else. */
    boolean areAll() {
        return count >= SECTION && longest <= TEASER_PROSE;
    }
}
