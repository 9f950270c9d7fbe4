package dev.dateline.pipeline.page.learn;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.dateline.pipeline.page.LearntBlocks;
import dev.dateline.pipeline.page.Line;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RemovedBlock;
import dev.dateline.schema.TextEdge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A block at an end of an article's text.
 *
 * @param hash of the edge and of the form in which blocks are compared
 */
record EdgeBlock(TextEdge edge, String text, long hash) {
    /** Blocks at the head of a text that are looked at, and at its tail, where pages repeat more. */
    private static final int HEAD = 4;

    private static final int TAIL = 8;

    /**
     * Reads the blocks at both ends, each different one once: of the text as it was before anything learnt was taken off, so that
     * what is removed goes on being counted. Never more than half of the blocks from one end, so that a text's only block is none
     * of them.
     */
    static Collection<EdgeBlock> of(CleanArticle article) {
        var blocks = blocks(article);
        int head = Math.min(HEAD, blocks.size() / 2);
        int tail = Math.min(TAIL, blocks.size() / 2);
        var found = new LinkedHashMap<Long, EdgeBlock>();
        blocks.subList(0, head).forEach(block -> add(TextEdge.HEAD, block, found));
        blocks.subList(blocks.size() - tail, blocks.size()).forEach(block -> add(TextEdge.TAIL, block, found));
        return found.values();
    }

    private static List<String> blocks(CleanArticle article) {
        var blocks = new ArrayList<String>();
        removed(article, TextEdge.HEAD, blocks);
        blocks.addAll(List.of(article.getText().split(LearntBlocks.BETWEEN)));
        removed(article, TextEdge.TAIL, blocks);
        return blocks;
    }

    private static void removed(CleanArticle article, TextEdge edge, List<String> into) {
        article.getRemoved().stream()
                .filter(block -> block.getEdge() == edge)
                .map(RemovedBlock::getText)
                .forEach(into::add);
    }

    private static void add(TextEdge edge, String text, LinkedHashMap<Long, EdgeBlock> found) {
        var plain = text.length() > LearntBlocks.LONGEST ? "" : Line.plain(text);
        if (!plain.isEmpty()) {
            long hash = Hashing.komihash5_0().hashCharsToLong(edge + " " + plain);
            found.putIfAbsent(hash, new EdgeBlock(edge, text, hash));
        }
    }
}
