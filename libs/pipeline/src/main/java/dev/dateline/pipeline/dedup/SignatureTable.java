package dev.dateline.pipeline.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The signatures of many articles side by side, by slot: to look at one costs a step or two through memory, and most candidates are
 * looked at and no more.
 */
final class SignatureTable {
    private static final int CHUNK_BITS = 10;
    private static final int IN_CHUNK = (1 << CHUNK_BITS) - 1;

    private final List<long[]> chunks = new ArrayList<>();
    private int[] sizes = new int[1 << CHUNK_BITS];

    void set(int slot, Signature signature) {
        while (chunks.size() <= slot >> CHUNK_BITS) {
            chunks.add(new long[Signature.LANES << CHUNK_BITS]);
        }
        if (slot >= sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * sizes.length);
        }
        sizes[slot] = signature.size();
        System.arraycopy(signature.lanes(), 0, chunk(slot), start(slot), Signature.LANES);
    }

    /** Estimates as {@link Signature#containment(Signature)} does. */
    double containment(Signature signature, int slot) {
        return signature.containment(sizes[slot], chunk(slot), start(slot));
    }

    /** Gives one of the longs of a slot's signature. */
    long lane(int slot, int lane) {
        return chunk(slot)[start(slot) + lane];
    }

    private long[] chunk(int slot) {
        return chunks.get(slot >> CHUNK_BITS);
    }

    private static int start(int slot) {
        return (slot & IN_CHUNK) * Signature.LANES;
    }
}
