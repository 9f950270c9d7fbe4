package dev.dateline.pipeline.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers articles from 0 on, gives the number of one that left to one that comes, and finds an article's number by its identity. A
 * hash table of numbers that probes from place to place (Knuth, The Art of Computer Programming, 6.4, algorithms L and R) is a tenth of
 * the size of a map of objects.
 */
final class ArticleSlots {
    static final int NONE = -1;

    private static final int FIRST_CAPACITY = 256;
    private static final int MIX = 0x9E3779B1;

    private final List<@Nullable IndexedArticle> articles = new ArrayList<>();
    private final Slots free = new Slots();
    private int[] table = empty(FIRST_CAPACITY);
    private int size;

    int size() {
        return size;
    }

    /** Counts the slots, those that are free too. */
    int slots() {
        return articles.size();
    }

    boolean isFree(int slot) {
        return articles.get(slot) == null;
    }

    /** Gives the article of a slot that is not free. */
    IndexedArticle at(int slot) {
        var article = articles.get(slot);
        if (article == null) {
            throw new IllegalStateException("slot " + slot + " is free");
        }
        return article;
    }

    /** Gives the slot of an article, or {@link #NONE}. */
    int find(String articleId) {
        int place = home(articleId);
        while (table[place] != NONE && !at(table[place]).articleId().equals(articleId)) {
            place = next(place);
        }
        return table[place];
    }

    /** Gives a slot to an article that has none. */
    int add(IndexedArticle article) {
        int slot = free.size() > 0 ? free.removeLast() : articles.size();
        if (slot == articles.size()) {
            articles.add(article);
        } else {
            articles.set(slot, article);
        }
        size++;
        if (2 * size > table.length) {
            grow();
        } else {
            enter(slot);
        }
        return slot;
    }

    /** Frees a slot. */
    void remove(int slot) {
        int hole = home(at(slot).articleId());
        while (table[hole] != slot) {
            hole = next(hole);
        }
        for (int place = next(hole); table[place] != NONE; place = next(place)) {
            if (distance(home(at(table[place]).articleId()), place) >= distance(hole, place)) {
                table[hole] = table[place];
                hole = place;
            }
        }
        table[hole] = NONE;
        articles.set(slot, null);
        free.add(slot);
        size--;
    }

    private void grow() {
        table = empty(2 * table.length);
        for (int slot = 0; slot < articles.size(); slot++) {
            if (!isFree(slot)) {
                enter(slot);
            }
        }
    }

    private void enter(int slot) {
        int place = home(at(slot).articleId());
        while (table[place] != NONE) {
            place = next(place);
        }
        table[place] = slot;
    }

    private int home(String articleId) {
        return articleId.hashCode() * MIX >>> Integer.numberOfLeadingZeros(table.length) + 1;
    }

    private int next(int place) {
        return place + 1 & table.length - 1;
    }

    private int distance(int from, int to) {
        return to - from & table.length - 1;
    }

    private static int[] empty(int capacity) {
        var table = new int[capacity];
        Arrays.fill(table, NONE);
        return table;
    }
}
