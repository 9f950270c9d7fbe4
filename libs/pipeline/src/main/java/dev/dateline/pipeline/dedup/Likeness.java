package dev.dateline.pipeline.dedup;

import java.time.Duration;
import java.util.Locale;

/**
 * How alike two articles are.
 *
 * @param jaccard shared shingles among all of both
 * @param containment shared shingles among those of the smaller one
 * @param words shared words among those of the one with fewer
 * @param smaller size of the smaller set of shingles
 * @param sameTitle whether both have a title and it is the same
 * @param acrossSites whether the two are known to be from different sites
 * @param figures figures of whichever has fewer
 * @param contradictions figures that each has and the other lacks, the smaller count
 * @param apart time between the two events
 */
record Likeness(
        double jaccard,
        double containment,
        double words,
        int smaller,
        boolean sameTitle,
        boolean acrossSites,
        int figures,
        int contradictions,
        Duration apart) {

    /** Compares two fingerprints; symmetric. */
    static Likeness of(Fingerprint one, Fingerprint other, boolean acrossSites, Duration apart) {
        var shingles = one.shingles().overlap(other.shingles());
        return new Likeness(
                shingles.jaccard(),
                shingles.containment(),
                one.words().overlap(other.words()).containment(),
                Math.min(one.size(), other.size()),
                one.title() != 0 && one.title() == other.title(),
                acrossSites,
                one.figures().comparable(other.figures()),
                one.figures().contradictions(other.figures()),
                apart);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "jaccard %.2f, containment %.2f of %d shingles, %.2f of the words, %d of %d figures contradict, %d h apart",
                jaccard,
                containment,
                smaller,
                words,
                contradictions,
                figures,
                apart.toHours());
    }
}
