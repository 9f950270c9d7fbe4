package dev.dateline.pipeline.dedup;

import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import com.dynatrace.hash4j.similarity.SuperMinHashVersion;
import dev.dateline.schema.Sketch;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Makes what near-duplicates are found by: a signature of a text in which the share of equal components estimates the
 * Jaccard similarity of the shingles (SuperMinHash: Ertl, 2017). With 256 components the standard error is at most
 * 0.03. The cleaner calls it, so that this work is done in parallel. Thread-safe; the language does not matter, since
 * scripts say how to cut.
 */
public final class Sketcher {
    static final int COMPONENTS = 256;

    /** Names the algorithm: any change here or in {@link Shingles} needs a new name. */
    public static final String ALGORITHM =
            "superminhash-1/" + COMPONENTS + "x16/words" + Shingles.WORDS + "-chars" + Shingles.CHARACTERS;

    private static final SimilarityHashPolicy POLICY =
            SimilarityHashing.superMinHash(COMPONENTS, Short.SIZE, SuperMinHashVersion.V1);

    private Sketcher() {}

    /** Sketches an article; empty when the text has no letter and no digit. The title may be empty. */
    public static Optional<Sketch> sketch(String title, String text) {
        var normalised = NormalisedText.of(text);
        var shingles = Shingles.of(normalised);
        if (shingles.length == 0) {
            return Optional.empty();
        }
        return Optional.of(Sketch.newBuilder()
                .setAlgorithm(ALGORITHM)
                .setSize(shingles.length)
                .setSignature(signature(shingles))
                .setFigures(pack(Figures.of(normalised).hashes()))
                .setTitle(titleHash(title))
                .build());
    }

    private static ByteBuffer signature(long[] shingles) {
        var state = POLICY.createHasher().compute(ElementHashProvider.ofValues(shingles));
        var components = new int[COMPONENTS];
        for (int i = 0; i < COMPONENTS; i++) {
            components[i] = (int) POLICY.getComponent(state, i);
        }
        return pack(components);
    }

    private static ByteBuffer pack(int[] values) {
        var packed = ByteBuffer.allocate(values.length * Short.BYTES);
        for (int value : values) {
            packed.putShort((short) value);
        }
        return packed.flip();
    }

    private static long titleHash(String title) {
        var words = Shingles.of(NormalisedText.of(title));
        return words.length == 0
                ? 0
                : Hashing.komihash5_0().hashStream().putLongArray(words).getAsLong();
    }
}
