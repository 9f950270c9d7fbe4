package dev.dateline.benchmarks;

import dev.dateline.pipeline.dedup.Sketcher;
import dev.dateline.schema.Sketch;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Sketches texts that are numbers of words. The sets are cut as the cleaner cuts them; the signature is made of as many hash
 * functions that are as quick as can be, since a million are wanted, and says the same of two texts as the cleaner's does.
 */
final class DrawnSketch {
    private static final int COMPONENTS = 256;
    private static final int LIMIT = 512;
    private static final int FIGURES = 64;
    private static final int SHINGLE = 3;
    private static final int MIX = 0x9E3779B1;

    private static final int[] FACTORS =
            new Random(5).ints(COMPONENTS).map(factor -> factor | 1).toArray();
    private static final int[] SUMMANDS = new Random(6).ints(COMPONENTS).toArray();

    private DrawnSketch() {}

    static Sketch of(int[] text, long title) {
        var shingles = new int[text.length - SHINGLE + 1];
        Arrays.setAll(shingles, i -> mixed(mixed(mixed(text[i]) + text[i + 1]) + text[i + 2]));
        var set = set(Arrays.stream(shingles));
        var words = set(Arrays.stream(text).map(DrawnSketch::mixed));
        var figures = set(
                Arrays.stream(text).filter(word -> word >= NewsWords.FIGURES).map(DrawnSketch::mixed));
        return Sketch.newBuilder()
                .setAlgorithm(Sketcher.ALGORITHM)
                .setSize(set.cardinality())
                .setSignature(signature(shingles))
                .setShingles(smallest(set, LIMIT))
                .setWords(smallest(words, LIMIT))
                .setFigures(smallest(figures, FIGURES))
                .setTitle(title)
                .build();
    }

    private static ByteBuffer signature(int[] shingles) {
        var least = new int[COMPONENTS];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int shingle : shingles) {
            for (int i = 0; i < COMPONENTS; i++) {
                least[i] = Math.min(least[i], shingle * FACTORS[i] + SUMMANDS[i]);
            }
        }
        return packed(Arrays.stream(least).map(DrawnSketch::mixed).toArray());
    }

    private static BitSet set(IntStream hashes) {
        var set = new BitSet(1 << Short.SIZE);
        hashes.forEach(hash -> set.set(hash & 0xFFFF));
        return set;
    }

    private static ByteBuffer smallest(BitSet hashes, int limit) {
        return packed(hashes.stream().limit(limit).toArray());
    }

    private static ByteBuffer packed(int[] values) {
        var packed = ByteBuffer.allocate(values.length * Short.BYTES);
        for (int value : values) {
            packed.putShort((short) value);
        }
        return packed.flip();
    }

    private static int mixed(int value) {
        int mixed = value * MIX;
        mixed ^= mixed >>> 15;
        mixed *= 0x85EBCA6B;
        return mixed ^ mixed >>> 13;
    }
}
