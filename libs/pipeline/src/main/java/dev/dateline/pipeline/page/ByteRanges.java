package dev.dateline.pipeline.page;

import java.util.Arrays;

/** Ranges of the bytes of a page in their order: what is left of it when some is left out. */
final class ByteRanges {
    private int[] ends = new int[512];
    private int count;
    private int from;

    /** The whole of so many bytes. */
    static ByteRanges whole(int length) {
        var ranges = new ByteRanges();
        ranges.end(length);
        return ranges;
    }

    /** Leaves out what lies between two places; nothing behind them was left out yet. */
    void leaveOut(int start, int end) {
        add(start);
        from = end;
    }

    /** Keeps the rest. */
    void end(int length) {
        add(length);
    }

    int count() {
        return count / 2;
    }

    int from(int range) {
        return ends[range * 2];
    }

    int to(int range) {
        return ends[range * 2 + 1];
    }

    private void add(int to) {
        if (to > from) {
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, count * 2);
            }
            ends[count++] = from;
            ends[count++] = to;
        }
    }
}
