package dev.dateline.pipeline.dedup;

import dev.dateline.schema.Sketch;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sketch, unpacked for comparing.
 *
 * @param size distinct shingles
 * @param components the signature
 * @param figures digest of the figures
 * @param title hash of the title, 0 when there is none
 */
record Fingerprint(int size, short[] components, Figures figures, long title) {

    /** Unpacks a sketch; empty when there is none or another algorithm made it, for such are never compared. */
    static Optional<Fingerprint> of(@Nullable Sketch sketch) {
        if (sketch == null || !sketch.getAlgorithm().equals(Sketcher.ALGORITHM)) {
            return Optional.empty();
        }
        var components = new short[Sketcher.COMPONENTS];
        sketch.getSignature().duplicate().asShortBuffer().get(components);
        return Optional.of(
                new Fingerprint(sketch.getSize(), components, figures(sketch.getFigures()), sketch.getTitle()));
    }

    /** Estimates the Jaccard similarity of the two sets of shingles. */
    double jaccard(Fingerprint other) {
        int equal = 0;
        for (int i = 0; i < components.length; i++) {
            equal += components[i] == other.components[i] ? 1 : 0;
        }
        return (double) equal / components.length;
    }

    private static Figures figures(ByteBuffer packed) {
        var shorts = packed.duplicate().asShortBuffer();
        var hashes = new int[shorts.remaining()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = Short.toUnsignedInt(shorts.get(i));
        }
        return new Figures(hashes);
    }
}
