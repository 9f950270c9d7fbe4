package dev.dateline.pipeline.dedup;

import dev.dateline.schema.Sketch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What candidates are found by.
 *
 * @param size distinct shingles
 * @param components the SuperMinHash
 */
record Signature(int size, short[] components) {

    /** Unpacks that of a sketch; empty when there is none or another algorithm made it, for such are never compared. */
    static Optional<Signature> of(@Nullable Sketch sketch) {
        if (sketch == null || !sketch.getAlgorithm().equals(Sketcher.ALGORITHM)) {
            return Optional.empty();
        }
        if (sketch.getSignature().remaining() != Sketcher.COMPONENTS * Short.BYTES) {
            throw new IllegalArgumentException("a sketch by " + sketch.getAlgorithm() + " has a signature of "
                    + sketch.getSignature().remaining() + " bytes");
        }
        var components = new short[Sketcher.COMPONENTS];
        sketch.getSignature().duplicate().asShortBuffer().get(components);
        return Optional.of(new Signature(sketch.getSize(), components));
    }

    /** Estimates the Jaccard similarity of the two sets of shingles. */
    double jaccard(Signature other) {
        int equal = 0;
        for (int i = 0; i < components.length; i++) {
            equal += components[i] == other.components[i] ? 1 : 0;
        }
        return (double) equal / components.length;
    }

    /**
     * Estimates which share of the smaller set is in the larger one, at most 1: from J = s / (a + b - s) follows
     * s = J (a + b) / (1 + J).
     */
    double containment(Signature other) {
        double jaccard = jaccard(other);
        double shared = jaccard * (size + (double) other.size) / (1 + jaccard);
        return Math.min(1, shared / Math.min(size, other.size));
    }
}
