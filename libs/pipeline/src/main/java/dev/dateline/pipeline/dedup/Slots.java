package dev.dateline.pipeline.dedup;

import java.util.Arrays;

/** A list of slots that grows and is used again. */
final class Slots {
    private int[] slots = new int[64];
    private int size;

    int size() {
        return size;
    }

    int get(int place) {
        return slots[place];
    }

    void add(int slot) {
        require(1);
        slots[size++] = slot;
    }

    void addAll(int[] from, int start, int count) {
        require(count);
        System.arraycopy(from, start, slots, size, count);
        size += count;
    }

    int removeLast() {
        return slots[--size];
    }

    void clear() {
        size = 0;
    }

    private void require(int more) {
        if (size + more > slots.length) {
            slots = Arrays.copyOf(slots, Math.max(2 * slots.length, size + more));
        }
    }
}
