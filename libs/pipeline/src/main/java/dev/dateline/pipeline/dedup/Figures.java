package dev.dateline.pipeline.dedup;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.regex.Pattern;

/**
 * The figures of a text: dates, prices, scores. Two editions of a bulletin share the template and each has figures that the other
 * lacks; a copy may lack some but brings no others.
 */
record Figures(BottomK hashes) {
    /** Figures that are kept of one text. */
    static final int LIMIT = 64;

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}++(?:[.,:/\\-]\\p{Nd}++)*+");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{Nd}]");

    /** Digests a normalised text. Separators do not count: 1,250 and 1.250 are one figure. */
    static Figures of(String normalised) {
        var figures = FIGURE.matcher(normalised)
                .results()
                .mapToInt(found -> hash(SEPARATOR.matcher(found.group()).replaceAll("")));
        return new Figures(BottomK.of(figures, LIMIT));
    }

    /** Counts how many figures each of the two has that the other lacks, and gives the smaller count. */
    int contradictions(Figures other) {
        var overlap = hashes.overlap(other.hashes);
        return Math.min(overlap.one(), overlap.other()) - overlap.shared();
    }

    /** Counts the figures of whichever has fewer, as far as the two can be compared. */
    int comparable(Figures other) {
        var overlap = hashes.overlap(other.hashes);
        return Math.min(overlap.one(), overlap.other());
    }

    private static int hash(String figure) {
        return Hashing.komihash5_0().hashCharsToInt(figure);
    }
}
