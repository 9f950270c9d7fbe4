package dev.dateline.pipeline.page;

/**
 * How much of a page is looked at. The limits bound time as well: every step is linear in the page, so that the same
 * bytes have the same outcome on a slow machine and on a fast one.
 *
 * <p>What a page says of itself is bounded as well ({@link #ADDRESS}, {@link #NAME}, {@link #KEYWORDS}, {@link #AUTHORS}), so
 * that no page makes a record too large for its topic.
 *
 * @param maxBytes a larger body is dropped
 * @param maxDepth elements nested deeper are moved up to this depth; at most 512
 * @param maxBlocks blocks of text read from one page; the rest is left out
 * @param maxTextLength characters of main content, and of one block; the rest is left out
 */
public record CleanerLimits(int maxBytes, int maxDepth, int maxBlocks, int maxTextLength) {
    /** Characters of an address that a page gives, such as its image's; a longer one is left out, since half an address is none. */
    static final int ADDRESS = 2_000;
    /** Characters of a section's or keyword's name; a longer one is cut. */
    static final int NAME = 200;
    /** Keywords of one page; the rest is left out. */
    static final int KEYWORDS = 50;
    /** Authors of one page; the rest is left out. */
    static final int AUTHORS = 20;

    /** 10 MiB, 256 levels, 20,000 blocks, 200,000 characters. */
    public static final CleanerLimits DEFAULT = new CleanerLimits(10 * 1024 * 1024, 256, 20_000, 200_000);

    /** These limits with another size of body. */
    public CleanerLimits withMaxBytes(int bytes) {
        return new CleanerLimits(bytes, maxDepth, maxBlocks, maxTextLength);
    }

    public CleanerLimits {
        if (maxBytes < 1 || maxDepth < 16 || maxDepth > 512 || maxBlocks < 1 || maxTextLength < 1) {
            throw new IllegalArgumentException("limits must be positive and the depth between 16 and 512");
        }
    }
}
