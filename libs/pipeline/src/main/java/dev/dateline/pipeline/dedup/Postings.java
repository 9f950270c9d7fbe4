package dev.dateline.pipeline.dedup;

import java.util.Arrays;

/**
 * The slots by one band: a hash table whose buckets each hold nothing, one slot, or the place of a list of them. Nearly all values of
 * a band are rare, so half of what is there stands in the table itself. Slots of other values are in a bucket by chance, one on
 * average: whoever asks looks at the signatures anyway.
 */
final class Postings {
    private static final int NOTHING = -1;

    private final Blocks blocks;
    /** Not negative: a slot. Below {@link #NOTHING}: a list, its place turned over. */
    private int[] buckets;

    Postings(Blocks blocks, int capacity) {
        this.blocks = blocks;
        buckets = empty(capacity);
    }

    int capacity() {
        return buckets.length;
    }

    void add(int value, int slot) {
        int bucket = bucket(value);
        int held = buckets[bucket];
        if (held == NOTHING) {
            buckets[bucket] = slot;
        } else {
            buckets[bucket] = turned(held >= 0 ? blocks.of(held, slot) : blocks.add(turned(held), slot));
        }
    }

    /** Removes a slot that was added with this value. */
    void remove(int value, int slot) {
        int bucket = bucket(value);
        int held = buckets[bucket];
        if (held >= 0) {
            buckets[bucket] = NOTHING;
            return;
        }
        int list = blocks.remove(turned(held), slot);
        if (blocks.count(list) == 1) {
            buckets[bucket] = blocks.first(list);
            blocks.free(list);
        } else {
            buckets[bucket] = turned(list);
        }
    }

    /** Adds all slots of a value, and perhaps others, to a list. */
    void copy(int value, Slots to) {
        int held = buckets[bucket(value)];
        if (held >= 0) {
            to.add(held);
        } else if (held != NOTHING) {
            blocks.copy(turned(held), to);
        }
    }

    /** Forgets everything and makes room for more. */
    void reset(int capacity) {
        Arrays.stream(buckets)
                .filter(held -> held < NOTHING)
                .map(Postings::turned)
                .forEach(blocks::free);
        buckets = empty(capacity);
    }

    /** Turns a list's place into what a bucket holds, and back. */
    private static int turned(int list) {
        return NOTHING - 1 - list;
    }

    private int bucket(int value) {
        int mixed = value * 0x85EBCA6B;
        mixed ^= mixed >>> 15;
        return mixed * 0xC2B2AE35 >>> Integer.numberOfLeadingZeros(buckets.length) + 1;
    }

    private static int[] empty(int capacity) {
        var buckets = new int[capacity];
        Arrays.fill(buckets, NOTHING);
        return buckets;
    }
}
