package dev.dateline.pipeline.page.learn;

import dev.dateline.schema.BlockCount;
import dev.dateline.schema.RepeatedBlock;
import dev.dateline.schema.TextEdge;
import org.jspecify.annotations.Nullable;

/** A block that more than one article of a host had lately, and how many. */
final class BlockHabit {
    private final TextEdge edge;
    private final long hash;
    private int articles;
    private long titleWords;
    private @Nullable String text;

    /** Begins with the second article that has the block. */
    BlockHabit(EdgeBlock block, long titleWords) {
        this.edge = block.edge();
        this.hash = block.hash();
        this.articles = 2;
        this.titleWords = titleWords;
    }

    BlockHabit(BlockCount stored) {
        this.edge = stored.getEdge();
        this.hash = stored.getHash();
        this.articles = stored.getArticles();
        this.titleWords = stored.getTitleWords();
        this.text = stored.getText();
    }

    long hash() {
        return hash;
    }

    int articles() {
        return articles;
    }

    /** Whether it is published as one that the host repeats. */
    boolean isLearnt() {
        return text != null;
    }

    void count(long wordsOfTitle) {
        articles++;
        titleWords &= wordsOfTitle;
    }

    void age() {
        articles /= 2;
    }

    /** Whether all articles that have it share a word in their titles that other articles of the host lack. */
    boolean isOfSeries(long wordsOfAllTitles) {
        return (titleWords & ~wordsOfAllTitles) != 0;
    }

    void learn(String asPrinted) {
        text = asPrinted;
    }

    void forget() {
        text = null;
    }

    RepeatedBlock published() {
        return new RepeatedBlock(edge, text, articles);
    }

    BlockCount stored() {
        return new BlockCount(edge, hash, articles, titleWords, text);
    }
}
