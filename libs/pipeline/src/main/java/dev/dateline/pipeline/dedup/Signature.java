package dev.dateline.pipeline.dedup;

import dev.dateline.schema.IndexedText;
import dev.dateline.schema.Sketch;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What candidates are found by.
 *
 * <p>The SuperMinHash is kept in bit planes: first the lowest bit of every component, then the second lowest, and so on. So two
 * signatures are compared 64 components at a time, and each plane that has been compared bounds how many components can be equal
 * from above: of unrelated texts half of those left drop out with each plane, and most are told apart within the first four of
 * {@value #PLANES}.
 *
 * @param size distinct shingles
 * @param planes {@value #WORDS} longs for each plane; component i is bit i of its plane
 */
record Signature(int size, long[] planes) {
    static final int PLANES = Short.SIZE;
    static final int WORDS = Sketcher.COMPONENTS / Long.SIZE;
    static final int LENGTH = PLANES * WORDS;

    /** Unpacks that of a sketch; empty when it is not {@link #comparable}. */
    static Optional<Signature> of(@Nullable Sketch sketch) {
        return comparable(sketch).map(it -> unpack(it.getSize(), it.getSignature()));
    }

    /** Unpacks that of an indexed text. */
    static Signature of(IndexedText text) {
        return unpack(text.getSize(), text.getSignature());
    }

    /**
     * Gives the sketch back; empty when there is none or another algorithm made it, for such are never compared.
     *
     * @throws IllegalArgumentException when its signature is of a wrong length
     */
    static Optional<Sketch> comparable(@Nullable Sketch sketch) {
        if (sketch == null || !sketch.getAlgorithm().equals(Sketcher.ALGORITHM)) {
            return Optional.empty();
        }
        if (sketch.getSignature().remaining() != LENGTH * Long.BYTES) {
            throw new IllegalArgumentException("a sketch by " + sketch.getAlgorithm() + " has a signature of "
                    + sketch.getSignature().remaining() + " bytes");
        }
        return Optional.of(sketch);
    }

    static Signature unpack(int size, ByteBuffer components) {
        var packed = components.duplicate().asShortBuffer();
        var planes = new long[LENGTH];
        var rows = new long[BitPlanes.SIDE];
        for (int word = 0; word < WORDS; word++) {
            Arrays.fill(rows, 0);
            for (int i = 0; i < Long.SIZE; i++) {
                rows[i % BitPlanes.SIDE] |= Short.toUnsignedLong(packed.get()) << i / BitPlanes.SIDE * BitPlanes.SIDE;
            }
            BitPlanes.mirror(rows);
            for (int plane = 0; plane < PLANES; plane++) {
                planes[plane * WORDS + word] = rows[plane];
            }
        }
        return new Signature(size, planes);
    }

    /** Packs the components as they stand in a sketch. */
    ByteBuffer packed() {
        var packed = ByteBuffer.allocate(LENGTH * Long.BYTES);
        var rows = new long[BitPlanes.SIDE];
        for (int word = 0; word < WORDS; word++) {
            for (int plane = 0; plane < PLANES; plane++) {
                rows[plane] = planes[plane * WORDS + word];
            }
            BitPlanes.mirror(rows);
            for (int i = 0; i < Long.SIZE; i++) {
                packed.putShort((short) (rows[i % BitPlanes.SIDE] >>> i / BitPlanes.SIDE * BitPlanes.SIDE));
            }
        }
        return packed.flip();
    }

    /** Estimates the Jaccard similarity of the two sets of shingles. */
    double jaccard(Signature other) {
        return jaccard(equal(PLANES, other.planes, 0));
    }

    /** Estimates which share of the smaller set is in the larger one, at most 1. */
    double containment(Signature other) {
        return containment(equal(PLANES, other.planes, 0), other.size);
    }

    /** Estimates likewise, from a count of equal components; ascends with it. From J = s / (a + b - s) follows s = J (a + b) / (1 + J). */
    double containment(int equal, int otherSize) {
        double jaccard = jaccard(equal);
        double shared = jaccard * (size + (double) otherSize) / (1 + jaccard);
        return Math.min(1, shared / Math.min(size, otherSize));
    }

    /** Counts the components that are equal as far as so many planes tell, of a signature that stands among others: never too few. */
    int equal(int known, long[] others, int at) {
        long first = 0;
        long second = 0;
        long third = 0;
        long fourth = 0;
        for (int i = 0; i < known * WORDS; i += WORDS) {
            first |= planes[i] ^ others[at + i];
            second |= planes[i + 1] ^ others[at + i + 1];
            third |= planes[i + 2] ^ others[at + i + 2];
            fourth |= planes[i + 3] ^ others[at + i + 3];
        }
        return Sketcher.COMPONENTS
                - (Long.bitCount(first) + Long.bitCount(second) + Long.bitCount(third) + Long.bitCount(fourth));
    }

    /** Gives the bands of a signature that stands among others: of each, its two components as one number. */
    static int[] bands(long[] planes, int at) {
        var bands = new int[BandIndex.BANDS];
        var rows = new long[BitPlanes.SIDE];
        int band = 0;
        for (int word = 0; band < bands.length; word++) {
            for (int plane = 0; plane < PLANES; plane++) {
                rows[plane] = planes[at + plane * WORDS + word];
            }
            BitPlanes.mirror(rows);
            for (int i = 0; i < Long.SIZE && band < bands.length; i += BandIndex.ROWS) {
                int shift = i / BitPlanes.SIDE * BitPlanes.SIDE;
                int row = i % BitPlanes.SIDE;
                bands[band++] = (int) (rows[row] >>> shift) << Short.SIZE | (int) (rows[row + 1] >>> shift) & 0xFFFF;
            }
        }
        return bands;
    }

    /** Gives one of {@link #bands}, for less. */
    static int band(int band, long[] planes, int at) {
        int first = band * BandIndex.ROWS;
        int one = 0;
        int other = 0;
        for (int plane = 0; plane < PLANES; plane++) {
            long bits = planes[at + plane * WORDS + first / Long.SIZE] >>> first;
            one |= (int) (bits & 1) << plane;
            other |= (int) (bits >>> 1 & 1) << plane;
        }
        return one << Short.SIZE | other;
    }

    private static double jaccard(int equal) {
        return (double) equal / Sketcher.COMPONENTS;
    }
}
