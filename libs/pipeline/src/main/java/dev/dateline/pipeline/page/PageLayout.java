package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A page as blocks of text in reading order and the tree of regions that hold them. */
final class PageLayout {
    private static final int SHORT_LINE = 120;

    private final List<TextBlock> blocks;
    private final Region root;
    private @Nullable List<String> shortLines;

    /**
     * Makes a layout.
     *
     * @param blocks everything that can be read, noise included
     * @param root region of the whole page
     */
    PageLayout(List<TextBlock> blocks, Region root) {
        this.blocks = blocks;
        this.root = root;
    }

    List<TextBlock> blocks() {
        return blocks;
    }

    Region root() {
        return root;
    }

    /** The lines that are too short to be running text: dates and bylines stand there. */
    List<String> shortLines() {
        var lines = shortLines;
        if (lines == null) {
            lines = shortLines(block -> true);
            shortLines = lines;
        }
        return lines;
    }

    List<String> shortLines(Predicate<TextBlock> of) {
        var lines = new ArrayList<String>();
        for (var block : blocks) {
            boolean isOne = block.text().indexOf('\n') < 0;
            if (isOne && block.text().length() <= SHORT_LINE && of.test(block)) {
                lines.add(block.text());
            } else if (!isOne && of.test(block)) {
                block.text().lines().filter(line -> line.length() <= SHORT_LINE).forEach(lines::add);
            }
        }
        return lines;
    }

    /** How many blocks are links and little else. */
    int linkBlocks() {
        int links = 0;
        for (var block : blocks) {
            links += block.mostlyLinks() ? 1 : 0;
        }
        return links;
    }
}
