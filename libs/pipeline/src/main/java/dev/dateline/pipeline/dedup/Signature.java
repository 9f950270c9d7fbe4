package dev.dateline.pipeline.dedup;

import dev.dateline.schema.Sketch;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What candidates are found by.
 *
 * @param size distinct shingles
 * @param lanes the SuperMinHash, four components in each long, so that four are compared at once
 */
record Signature(int size, long[] lanes) {
    static final int LANES = Sketcher.COMPONENTS * Short.BYTES / Long.BYTES;

    private static final long ALL_BUT_HIGHEST = 0x7FFF_7FFF_7FFF_7FFFL;

    /** Unpacks that of a sketch; empty when there is none or another algorithm made it, for such are never compared. */
    static Optional<Signature> of(@Nullable Sketch sketch) {
        if (sketch == null || !sketch.getAlgorithm().equals(Sketcher.ALGORITHM)) {
            return Optional.empty();
        }
        if (sketch.getSignature().remaining() != LANES * Long.BYTES) {
            throw new IllegalArgumentException("a sketch by " + sketch.getAlgorithm() + " has a signature of "
                    + sketch.getSignature().remaining() + " bytes");
        }
        return Optional.of(unpack(sketch.getSize(), sketch.getSignature()));
    }

    static Signature unpack(int size, ByteBuffer components) {
        var lanes = new long[LANES];
        components.duplicate().asLongBuffer().get(lanes);
        return new Signature(size, lanes);
    }

    /** Estimates the Jaccard similarity of the two sets of shingles. */
    double jaccard(Signature other) {
        return jaccard(other.lanes, 0);
    }

    /**
     * Estimates which share of the smaller set is in the larger one, at most 1.
     */
    double containment(Signature other) {
        return containment(other.size, other.lanes, 0);
    }

    /**
     * Estimates as {@link #containment(Signature)} does, with a signature that stands among others: from J = s / (a + b - s) follows
     * s = J (a + b) / (1 + J).
     */
    double containment(int otherSize, long[] others, int at) {
        double jaccard = jaccard(others, at);
        double shared = jaccard * (size + (double) otherSize) / (1 + jaccard);
        return Math.min(1, shared / Math.min(size, otherSize));
    }

    /** Counts the components that are equal: those 16 bits of a difference that are all zero (Warren, Hacker's Delight, 6-1). */
    private double jaccard(long[] others, int at) {
        int equal = 0;
        for (int i = 0; i < LANES; i++) {
            long difference = lanes[i] ^ others[at + i];
            long notZero = ((difference & ALL_BUT_HIGHEST) + ALL_BUT_HIGHEST) | difference | ALL_BUT_HIGHEST;
            equal += Long.bitCount(~notZero);
        }
        return (double) equal / Sketcher.COMPONENTS;
    }
}
