package dev.dateline.pipeline.page;

import java.util.List;
import java.util.StringJoiner;

/**
 * The main content of a page.
 *
 * @param blocks in reading order
 * @param captions of images, not part of the text
 * @param confidence that this is the whole article and nothing else, 0 to 1
 * @param described whether it was found by the page's description: it may be without running text then
 */
record Content(List<TextBlock> blocks, List<String> captions, double confidence, boolean described) {
    static final Content NONE = new Content(List.of(), List.of(), 0);

    Content(List<TextBlock> blocks, List<String> captions, double confidence) {
        this(blocks, captions, confidence, false);
    }

    Content withBlocks(List<TextBlock> other) {
        return new Content(other, captions, confidence, described);
    }

    /** The text with one blank line between blocks; the items of one list and the rows of one table stay together. */
    String text(int maxLength) {
        var text = new StringBuilder();
        TextBlock.Kind last = null;
        for (var block : blocks) {
            if (!text.isEmpty()) {
                text.append(block.kind() == last && isRun(block.kind()) ? "\n" : "\n\n");
            }
            text.append(block.kind() == TextBlock.Kind.LIST_ITEM ? "- " : "").append(block.text());
            last = block.kind();
            if (text.length() > maxLength) {
                return text.substring(0, maxLength).strip();
            }
        }
        return text.toString();
    }

    int prose() {
        return blocks.stream().mapToInt(TextBlock::prose).sum();
    }

    /** All the text in one line, to look for words in. */
    String head(int blocksRead) {
        var joined = new StringJoiner(" ");
        blocks.stream().limit(blocksRead).forEach(block -> joined.add(block.text()));
        return joined.toString();
    }

    private static boolean isRun(TextBlock.Kind kind) {
        return kind == TextBlock.Kind.LIST_ITEM || kind == TextBlock.Kind.ROW;
    }
}
