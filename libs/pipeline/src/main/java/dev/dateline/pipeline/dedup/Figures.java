package dev.dateline.pipeline.dedup;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The figures of a text as a small digest: dates, prices, scores. Two editions of a bulletin share the template and
 * each has figures that the other lacks; a copy may lack some but brings no others.
 *
 * <p>Kept are the smallest distinct 16-bit hashes, so that two digests that were cut off can still be compared below
 * the smaller of their ends (a bottom-k sketch: Cohen and Kaplan, 2007).
 *
 * @param hashes ascending, as unsigned 16-bit values
 */
record Figures(int[] hashes) {
    /** Figures that are kept of one text. */
    static final int LIMIT = 64;

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}++(?:[.,:/\\-]\\p{Nd}++)*+");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{Nd}]");
    private static final int BITS = 0xFFFF;

    /** Digests a normalised text. Separators do not count: 1,250 and 1.250 are one figure. */
    static Figures of(String normalised) {
        return new Figures(FIGURE.matcher(normalised)
                .results()
                .mapToInt(found -> hash(SEPARATOR.matcher(found.group()).replaceAll("")))
                .sorted()
                .distinct()
                .limit(LIMIT)
                .toArray());
    }

    /** Counts how many figures each of the two has that the other lacks, and gives the smaller count. */
    int contradictions(Figures other) {
        int end = Math.min(end(), other.end());
        return Math.min(missing(other, end), other.missing(this, end));
    }

    /** Counts the figures of whichever has fewer, as far as the two can be compared. */
    int comparable(Figures other) {
        int end = Math.min(end(), other.end());
        return Math.min(below(end), other.below(end));
    }

    private int end() {
        return hashes.length < LIMIT ? BITS : hashes[LIMIT - 1];
    }

    private int below(int end) {
        return (int) Arrays.stream(hashes).filter(hash -> hash <= end).count();
    }

    private int missing(Figures other, int end) {
        return (int) Arrays.stream(hashes)
                .filter(hash -> hash <= end && Arrays.binarySearch(other.hashes, hash) < 0)
                .count();
    }

    private static int hash(String figure) {
        return Hashing.komihash5_0().hashCharsToInt(figure) & BITS;
    }
}
