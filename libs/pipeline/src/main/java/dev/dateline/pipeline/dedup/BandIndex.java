package dev.dateline.pipeline.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the articles that may be alike without looking at all of them: locality-sensitive hashing by bands (Leskovec,
 * Rajaraman, Ullman, Mining of Massive Datasets, 3.4).
 *
 * <p>Idea: a signature is cut into {@value #BANDS} bands of {@value #ROWS} components; two articles meet when one
 * band is equal. At Jaccard J that happens with 1 - (1 - J^{@value #ROWS})^{@value #BANDS}: 0.99 at 0.25, where a
 * copy cut to 40 % and reworded stands, and 0.008 at 0.01, where unrelated texts stand; the rest is left to {@link
 * CopyRule}.
 *
 * <p>Cost: each article has one slot; the bands of all slots hang in one hash table of chains, made of two arrays of
 * int (heads and next), 6 to 12 bytes a band. With its signature an article takes about 1.5 KB of heap:
 * 0.5 GB for a week of 50,000 articles a day. Bands in RocksDB instead were an order of magnitude too slow. What is
 * found does not depend on the order in which articles came and went, so an index that was rebuilt answers like the
 * one that was lost. Not thread-safe.
 */
final class BandIndex {
    static final int ROWS = 2;
    static final int BANDS = 80;

    private static final int BANDS_A_LANE = Long.BYTES / (ROWS * Short.BYTES);

    private static final int NONE = -1;
    private static final int FIRST_CAPACITY = 256;

    private final Map<String, Integer> slots = new HashMap<>();
    private final List<@Nullable IndexedArticle> articles = new ArrayList<>();
    private final SignatureTable signatures = new SignatureTable();
    private final ArrayList<Integer> free = new ArrayList<>();
    private int[] heads = new int[0];
    private int[] next = new int[0];
    private int[] seenIn = new int[0];
    private int query;

    BandIndex() {
        resize(FIRST_CAPACITY);
    }

    int size() {
        return slots.size();
    }

    /** Adds an article, in the place of what was there under its identity. */
    void put(IndexedArticle article, Signature signature) {
        remove(article.articleId());
        int slot = newSlot();
        articles.set(slot, article);
        signatures.set(slot, signature);
        slots.put(article.articleId(), slot);
        link(slot);
    }

    /** Removes an article; does nothing when it is not there. */
    void remove(String articleId) {
        var slot = slots.remove(articleId);
        if (slot != null) {
            unlink(slot);
            articles.set(slot, null);
            free.add(slot);
        }
    }

    /** Says whether this very entry is there still, not a later one of the same article. */
    boolean holds(IndexedArticle article) {
        var slot = slots.get(article.articleId());
        return slot != null && at(slot) == article;
    }

    /**
     * Shows each article once that shares a band and, as far as the signatures tell, has at least that share of the smaller set in
     * common; in no defined order.
     */
    void forEachCandidate(Signature signature, double leastContainment, Consumer<IndexedArticle> action) {
        query++;
        for (int band = 0; band < BANDS; band++) {
            int head = heads[bucket(signature.lanes()[band / BANDS_A_LANE], band)];
            for (int posting = head; posting != NONE; posting = next[posting]) {
                int slot = posting / BANDS;
                if (posting % BANDS == band && seenIn[slot] != query) {
                    seenIn[slot] = query;
                    if (signatures.containment(signature, slot) >= leastContainment) {
                        action.accept(at(slot));
                    }
                }
            }
        }
    }

    private IndexedArticle at(int slot) {
        var article = articles.get(slot);
        if (article == null) {
            throw new IllegalStateException("a chain leads to the empty slot " + slot);
        }
        return article;
    }

    private int newSlot() {
        if (!free.isEmpty()) {
            return free.remove(free.size() - 1);
        }
        if (articles.size() == seenIn.length) {
            resize(2 * seenIn.length);
        }
        articles.add(null);
        return articles.size() - 1;
    }

    private void resize(int capacity) {
        heads = new int[Integer.highestOneBit(capacity * BANDS)];
        Arrays.fill(heads, NONE);
        next = new int[capacity * BANDS];
        seenIn = Arrays.copyOf(seenIn, capacity);
        slots.values().forEach(this::link);
    }

    private void link(int slot) {
        for (int band = 0; band < BANDS; band++) {
            int bucket = bucket(signatures.lane(slot, band / BANDS_A_LANE), band);
            int posting = slot * BANDS + band;
            next[posting] = heads[bucket];
            heads[bucket] = posting;
        }
    }

    private void unlink(int slot) {
        for (int band = 0; band < BANDS; band++) {
            int bucket = bucket(signatures.lane(slot, band / BANDS_A_LANE), band);
            int posting = slot * BANDS + band;
            if (heads[bucket] == posting) {
                heads[bucket] = next[posting];
            } else {
                int before = heads[bucket];
                while (next[before] != posting) {
                    before = next[before];
                }
                next[before] = next[posting];
            }
        }
    }

    /** A band is half a lane: the two components are hashed as one number. */
    private int bucket(long lane, int band) {
        int components = (int) (band % BANDS_A_LANE == 0 ? lane >>> Integer.SIZE : lane);
        int key = (components ^ band * 0x9E3779B1) * 0x85EBCA6B;
        key ^= key >>> 15;
        return key * 0xC2B2AE35 >>> Integer.numberOfLeadingZeros(heads.length) + 1;
    }
}
