package dev.dateline.pipeline.dedup;

import dev.dateline.pipeline.Sha256;
import dev.dateline.schema.IndexProgress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeSet;

/**
 * What decides which articles are in an index, and with which signatures. An index that was made on another basis holds others.
 *
 * @param madeBy digest of the algorithm and of the sources that are never compared
 * @param horizon how long an article stays
 */
record IndexBasis(String madeBy, Duration horizon) {
    /** Of an index that is not written whole. */
    static final String UNFINISHED = "";

    private static final int DIGITS = 16;

    static IndexBasis of(DeduplicatorConfig config) {
        var names = Sketcher.ALGORITHM + "\n" + String.join("\n", new TreeSet<>(config.neverCompared()));
        var digest = Sha256.hex(names.getBytes(StandardCharsets.UTF_8));
        return new IndexBasis(digest.substring(0, DIGITS), config.horizon());
    }

    /** Says whether an index of which this is kept has all that one on this basis holds. What is too old in it can be forgotten. */
    boolean isMetBy(IndexProgress progress) {
        return progress.getMadeBy().equals(madeBy)
                && Duration.parse(progress.getHorizon()).compareTo(horizon) >= 0;
    }

    /** Says whether just this is kept. */
    boolean isKeptIn(IndexProgress progress) {
        return progress.getMadeBy().equals(madeBy) && progress.getHorizon().equals(horizon.toString());
    }
}
