package dev.dateline.pipeline.page;

import java.util.List;
import java.util.function.Predicate;

/**
 * A page as blocks of text in reading order and the tree of regions that hold them.
 *
 * @param blocks everything that can be read, noise included
 * @param root region of the whole page
 */
record PageLayout(List<TextBlock> blocks, Region root) {
    private static final int SHORT_LINE = 120;

    /** The lines that are too short to be running text: dates and bylines stand there. */
    List<String> shortLines() {
        return shortLines(block -> true);
    }

    List<String> shortLines(Predicate<TextBlock> of) {
        return blocks.stream()
                .filter(of)
                .flatMap(block -> block.text().lines())
                .filter(text -> text.length() <= SHORT_LINE)
                .toList();
    }

    /** How many blocks are links and little else. */
    int linkBlocks() {
        return (int) blocks.stream().filter(TextBlock::mostlyLinks).count();
    }
}
