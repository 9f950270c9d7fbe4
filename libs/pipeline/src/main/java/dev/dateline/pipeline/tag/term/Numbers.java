package dev.dateline.pipeline.tag.term;

import java.util.Arrays;

/** A list of numbers, usually empty. */
final class Numbers {
    static final int[] NONE = {};

    private int[] numbers = NONE;
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size + 2);
        }
        numbers[size++] = number;
    }

    int[] toArray() {
        return size == 0 ? NONE : Arrays.copyOf(numbers, size);
    }
}
