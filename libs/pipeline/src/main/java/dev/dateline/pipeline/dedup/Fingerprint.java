package dev.dateline.pipeline.dedup;

import dev.dateline.schema.Sketch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a text is compared when a candidate is verified.
 *
 * @param size distinct shingles
 * @param title hash of the title, 0 when there is none
 */
record Fingerprint(int size, BottomK shingles, BottomK words, Figures figures, long title) {

    /** Unpacks that of a sketch; empty when there is none or another algorithm made it, for such are never compared. */
    static Optional<Fingerprint> of(@Nullable Sketch sketch) {
        if (sketch == null || !sketch.getAlgorithm().equals(Sketcher.ALGORITHM)) {
            return Optional.empty();
        }
        return Optional.of(new Fingerprint(
                sketch.getSize(),
                BottomK.unpack(sketch.getShingles(), Sketcher.LIMIT),
                BottomK.unpack(sketch.getWords(), Sketcher.LIMIT),
                new Figures(BottomK.unpack(sketch.getFigures(), Figures.LIMIT)),
                sketch.getTitle()));
    }
}
