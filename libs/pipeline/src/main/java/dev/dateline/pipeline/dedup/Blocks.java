package dev.dateline.pipeline.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lists of two and more slots, each in one piece so that a long one is read straight through: blocks of 4, 8, 16 ... ints within
 * large arrays. The first int of a block says how large it is and how many slots follow. A list that outgrows its block moves to one
 * of twice the size, and back when it has shrunk to a quarter; what it left is used again. Blocks are known by their places, which
 * are not negative; there is room for two billion ints.
 */
final class Blocks {
    private static final int CHUNK_BITS = 16;
    private static final int IN_CHUNK = (1 << CHUNK_BITS) - 1;
    private static final int SMALLEST = 2;
    private static final int EXPONENT_BITS = 5;
    private static final int EXPONENT = (1 << EXPONENT_BITS) - 1;
    private static final int NONE = -1;

    private final List<int[]> chunks = new ArrayList<>();
    private final int[] free = new int[EXPONENT + 1];
    private int used = IN_CHUNK + 1;

    Blocks() {
        Arrays.fill(free, NONE);
    }

    /** Makes a list of two slots and gives its place. */
    int of(int one, int other) {
        return append(append(allocate(SMALLEST), one), other);
    }

    /** Adds a slot; gives the list's place, which may be another one now. */
    int add(int block, int slot) {
        int exponent = exponent(block);
        return append(count(block) + 1 < 1 << exponent ? block : moved(block, exponent + 1), slot);
    }

    /** Removes a slot that is there; gives the list's place, which may be another one now. */
    int remove(int block, int slot) {
        var chunk = chunk(block);
        int start = start(block);
        int last = start + count(block);
        int at = start + 1;
        while (chunk[at] != slot) {
            at++;
        }
        chunk[at] = chunk[last];
        chunk[start] -= EXPONENT + 1;
        int exponent = exponent(block);
        return exponent > SMALLEST && count(block) < 1 << exponent - 2 ? moved(block, exponent - 1) : block;
    }

    int count(int block) {
        return chunk(block)[start(block)] >>> EXPONENT_BITS;
    }

    int first(int block) {
        return chunk(block)[start(block) + 1];
    }

    void copy(int block, Slots to) {
        to.addAll(chunk(block), start(block) + 1, count(block));
    }

    void free(int block) {
        int exponent = exponent(block);
        chunk(block)[start(block)] = free[exponent];
        free[exponent] = block;
    }

    private int append(int block, int slot) {
        var chunk = chunk(block);
        int start = start(block);
        chunk[start] += EXPONENT + 1;
        chunk[start + count(block)] = slot;
        return block;
    }

    private int moved(int block, int exponent) {
        int place = allocate(exponent);
        System.arraycopy(chunk(block), start(block) + 1, chunk(place), start(place) + 1, count(block));
        chunk(place)[start(place)] = count(block) << EXPONENT_BITS | exponent;
        free(block);
        return place;
    }

    private int allocate(int exponent) {
        int block = free[exponent];
        if (block == NONE) {
            block = fresh(1 << exponent);
        } else {
            free[exponent] = chunk(block)[start(block)];
        }
        chunk(block)[start(block)] = exponent;
        return block;
    }

    /** Larger blocks than a chunk get one of their own, after which a new one begins. */
    private int fresh(int length) {
        if (used + length > IN_CHUNK + 1) {
            chunks.add(new int[Math.max(length, IN_CHUNK + 1)]);
            used = 0;
        }
        int place = chunks.size() - 1 << CHUNK_BITS | used;
        used += length;
        return place;
    }

    private int exponent(int block) {
        return chunk(block)[start(block)] & EXPONENT;
    }

    private int[] chunk(int block) {
        return chunks.get(block >>> CHUNK_BITS);
    }

    private static int start(int block) {
        return block & IN_CHUNK;
    }
}
