package dev.dateline.pipeline.dedup;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the articles that may be alike without looking at all of them: locality-sensitive hashing by bands (Leskovec,
 * Rajaraman, Ullman, Mining of Massive Datasets, 3.4).
 *
 * <p>Idea: a signature is cut into {@value #BANDS} bands of {@value #ROWS} components; two articles meet when one
 * band is equal. At Jaccard J that happens with 1 - (1 - J^{@value #ROWS})^{@value #BANDS}: 0.99 at 0.25, where a
 * copy cut to 40 % and reworded stands, and 0.008 at 0.01, where unrelated texts stand; the rest is left to {@link
 * CopyRule}.
 *
 * <p>Cost: each article has one slot, and each band a hash table of slots ({@link Postings}). Values that many articles have in
 * common are rare but make most of the work, so their slots are copied out of one piece of memory, and most of them are told apart
 * by the first planes of their signatures ({@link SignatureTable}). An article takes about 1.4 KB of heap. Tables grow one after the
 * other, so that no record has to wait for all. Bands in RocksDB instead were an order of magnitude too slow. What is found does not
 * depend on the order in which articles came and went, nor on the sizes of tables, so an index that was made anew answers like the
 * one that was lost. Not thread-safe.
 */
final class BandIndex {
    /** An article with what it is found by. */
    record Entry(IndexedArticle article, Signature signature) {}

    static final int ROWS = 2;
    static final int BANDS = 80;

    private static final int FIRST_CAPACITY = 256;

    /** Signatures that are read from memory at the same time. */
    private static final int AT_ONCE = 32;

    private final ArticleSlots articles = new ArticleSlots();
    private final SignatureTable signatures = new SignatureTable();
    private final Postings[] bands = new Postings[BANDS];
    private final Slots found = new Slots();
    private int[] seenIn = new int[FIRST_CAPACITY];
    private int query;
    private long looked;
    /** Written only: without it the compiler would leave out the reads that {@link SignatureTable#touch} is for. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    BandIndex() {
        var blocks = new Blocks();
        Arrays.setAll(bands, band -> new Postings(blocks, FIRST_CAPACITY));
    }

    int size() {
        return articles.size();
    }

    /** Adds an article, in the place of what was there under its identity. */
    void put(IndexedArticle article, Signature signature) {
        int slot = place(article, signature);
        var values = signatures.bands(slot);
        for (int band = 0; band < BANDS; band++) {
            if (size() > most(band)) {
                build(band, 2 * bands[band].capacity());
            } else {
                bands[band].add(values[band], slot);
            }
        }
    }

    /** Removes an article; does nothing when it is not there. */
    void remove(String articleId) {
        int slot = articles.find(articleId);
        if (slot != ArticleSlots.NONE) {
            var values = signatures.bands(slot);
            for (int band = 0; band < BANDS; band++) {
                bands[band].remove(values[band], slot);
            }
            articles.remove(slot);
        }
    }

    /** Gives an article as it was put; empty when it is not there. */
    Optional<Entry> get(String articleId) {
        int slot = articles.find(articleId);
        return slot == ArticleSlots.NONE
                ? Optional.empty()
                : Optional.of(new Entry(articles.at(slot), signatures.get(slot)));
    }

    /** Counts the slots, those that are free too. An article keeps its own until it is put again or removed. */
    int slots() {
        return articles.slots();
    }

    /** Gives the article in a slot; empty when it is free. */
    Optional<IndexedArticle> at(int slot) {
        return articles.isFree(slot) ? Optional.empty() : Optional.of(articles.at(slot));
    }

    /** Says whether an article is there. */
    boolean holds(String articleId) {
        return articles.find(articleId) != ArticleSlots.NONE;
    }

    /** Says whether this very entry is there still, not a later one of the same article. */
    boolean holds(IndexedArticle article) {
        int slot = articles.find(article.articleId());
        return slot != ArticleSlots.NONE && articles.at(slot) == article;
    }

    /**
     * Shows each article once that shares a band and, as far as the signatures tell, has at least that share of the smaller set in
     * common; in no defined order.
     */
    void forEachCandidate(Signature signature, double leastContainment, Consumer<IndexedArticle> action) {
        found.clear();
        var values = Signature.bands(signature.planes(), 0);
        for (int band = 0; band < BANDS; band++) {
            bands[band].copy(values[band], found);
        }
        query++;
        looked += found.size();
        for (int from = 0; from < found.size(); from += AT_ONCE) {
            int to = Math.min(found.size(), from + AT_ONCE);
            for (int i = from; i < to; i++) {
                touched ^= signatures.touch(found.get(i));
            }
            for (int i = from; i < to; i++) {
                look(found.get(i), signature, leastContainment, action);
            }
        }
    }

    /** Counts the signatures that {@link #forEachCandidate} has looked at so far. */
    long looked() {
        return looked;
    }

    private void look(int slot, Signature signature, double leastContainment, Consumer<IndexedArticle> action) {
        if (signatures.mayBeCandidate(signature, slot, leastContainment) && seenIn[slot] != query) {
            seenIn[slot] = query;
            if (signatures.isCandidate(signature, slot, leastContainment)) {
                action.accept(articles.at(slot));
            }
        }
    }

    private int place(IndexedArticle article, Signature signature) {
        remove(article.articleId());
        int slot = articles.add(article);
        if (slot == seenIn.length) {
            seenIn = Arrays.copyOf(seenIn, 2 * seenIn.length);
        }
        signatures.set(slot, signature);
        return slot;
    }

    /** Fills one band's table anew, slot after slot. */
    private void build(int band, int capacity) {
        bands[band].reset(capacity);
        for (int slot = 0; slot < articles.slots(); slot++) {
            if (!articles.isFree(slot)) {
                bands[band].add(signatures.band(band, slot), slot);
            }
        }
    }

    /** How many articles a band's table holds before it grows: from one in each bucket to two, so that they grow in turn. */
    private int most(int band) {
        int capacity = bands[band].capacity();
        return capacity + (int) ((long) capacity * band / BANDS);
    }
}
