package dev.dateline.pipeline.dedup;

import java.util.Comparator;

/** An earlier article that an article is a copy of. */
record Match(String articleId, long position, Comparison comparison) {
    /** The best first. Total, since no two articles have one position, and so independent of the order of looking. */
    static final Comparator<Match> BEST_FIRST = Comparator.<Match>comparingDouble(
                    match -> -match.comparison().likeness().jaccard())
            .thenComparingDouble(match -> -match.comparison().likeness().containment())
            .thenComparingLong(Match::position);

    /** Says why, for people. */
    String detail() {
        return comparison.kind() + " of " + articleId + ": " + comparison.likeness();
    }
}
