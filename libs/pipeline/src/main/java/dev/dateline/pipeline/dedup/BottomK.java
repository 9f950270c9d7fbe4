package dev.dateline.pipeline.dedup;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The smallest distinct 16-bit hashes of a set. A set that is not larger than the limit is all there, and comparing is exact but
 * for the odd collision; two that were cut off can still be compared below the smaller of their ends (a bottom-k sketch: Cohen
 * and Kaplan, Summarizing data using bottom-k sketches, 2007).
 *
 * @param hashes ascending, as unsigned 16-bit values
 * @param limit most hashes that are kept
 */
record BottomK(int[] hashes, int limit) {
    private static final int LAST = 0xFFFF;

    /** How two sets compare as far as both are known: sizes, and what they share. */
    record Overlap(int one, int other, int shared) {
        double jaccard() {
            return shared == 0 ? 0 : (double) shared / (one + other - shared);
        }

        /** Share of the smaller set that is in the larger one. */
        double containment() {
            return shared == 0 ? 0 : (double) shared / Math.min(one, other);
        }
    }

    /** Keeps the smallest of some hashes, of which the lowest 16 bits count. */
    static BottomK of(IntStream hashes, int limit) {
        // by hand: a stream would make an object of each to tell them apart
        var sorted = hashes.map(hash -> hash & LAST).toArray();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length && count < limit; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return new BottomK(Arrays.copyOf(sorted, count), limit);
    }

    /** Unpacks what {@link #packed} gave. */
    static BottomK unpack(ByteBuffer packed, int limit) {
        var shorts = packed.duplicate().asShortBuffer();
        var hashes = new int[shorts.remaining()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = Short.toUnsignedInt(shorts.get(i));
        }
        return new BottomK(hashes, limit);
    }

    /** The hashes as big-endian 16-bit values. */
    ByteBuffer packed() {
        var packed = ByteBuffer.allocate(hashes.length * Short.BYTES);
        for (int hash : hashes) {
            packed.putShort((short) hash);
        }
        return packed.flip();
    }

    Overlap overlap(BottomK other) {
        int end = Math.min(end(), other.end());
        int shared = 0;
        int at = 0;
        for (int hash : hashes) {
            if (hash > end) {
                break;
            }
            while (at < other.hashes.length && other.hashes[at] < hash) {
                at++;
            }
            shared += at < other.hashes.length && other.hashes[at] == hash ? 1 : 0;
        }
        return new Overlap(below(end), other.below(end), shared);
    }

    /** Up to where all hashes of the set are known. */
    private int end() {
        return hashes.length < limit ? LAST : hashes[limit - 1];
    }

    private int below(int end) {
        int place = Arrays.binarySearch(hashes, end);
        return place < 0 ? -place - 1 : place + 1;
    }
}
