package dev.dateline.pipeline.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The signatures of many articles side by side, by slot, each behind its size: most candidates are told apart by the first 136 bytes
 * of their row, and nothing else of them is read.
 */
final class SignatureTable {
    private static final int CHUNK_BITS = 10;
    private static final int IN_CHUNK = (1 << CHUNK_BITS) - 1;
    private static final int ROW = 1 + Signature.LENGTH;

    /** Planes that bound how alike two signatures can be. */
    private static final int FIRST_PLANES = 4;

    private final List<long[]> chunks = new ArrayList<>();

    void set(int slot, Signature signature) {
        while (chunks.size() <= slot >> CHUNK_BITS) {
            chunks.add(new long[ROW << CHUNK_BITS]);
        }
        var chunk = chunk(slot);
        chunk[row(slot)] = signature.size();
        System.arraycopy(signature.planes(), 0, chunk, row(slot) + 1, Signature.LENGTH);
    }

    Signature get(int slot) {
        int row = row(slot);
        var planes = Arrays.copyOfRange(chunk(slot), row + 1, row + ROW);
        return new Signature((int) chunk(slot)[row], planes);
    }

    /** Says quickly whether {@link #isCandidate} may hold: true whenever it does, and seldom else. */
    boolean mayBeCandidate(Signature signature, int slot, double leastContainment) {
        return containment(FIRST_PLANES, signature, slot) >= leastContainment;
    }

    /** Says whether a slot's signature has a band in common and, as far as both tell, at least that share of the smaller set. */
    boolean isCandidate(Signature signature, int slot, double leastContainment) {
        return containment(Signature.PLANES, signature, slot) >= leastContainment && sharesBand(signature, slot);
    }

    /** Gives the bands of a slot's signature. */
    int[] bands(int slot) {
        return Signature.bands(chunk(slot), row(slot) + 1);
    }

    /** Gives one of {@link #bands}, for less. */
    int band(int band, int slot) {
        return Signature.band(band, chunk(slot), row(slot) + 1);
    }

    /** Reads of a slot what {@link #mayBeCandidate} will read, for the processor's cache. */
    long touch(int slot) {
        var chunk = chunk(slot);
        int row = row(slot);
        return chunk[row]
                ^ chunk[row + FIRST_PLANES * Signature.WORDS / 2]
                ^ chunk[row + FIRST_PLANES * Signature.WORDS];
    }

    private boolean sharesBand(Signature signature, int slot) {
        var mine = Signature.bands(signature.planes(), 0);
        var theirs = bands(slot);
        return IntStream.range(0, mine.length).anyMatch(band -> mine[band] == theirs[band]);
    }

    private double containment(int planes, Signature signature, int slot) {
        var chunk = chunk(slot);
        int row = row(slot);
        return signature.containment(signature.equal(planes, chunk, row + 1), (int) chunk[row]);
    }

    private long[] chunk(int slot) {
        return chunks.get(slot >> CHUNK_BITS);
    }

    private static int row(int slot) {
        return (slot & IN_CHUNK) * ROW;
    }
}
