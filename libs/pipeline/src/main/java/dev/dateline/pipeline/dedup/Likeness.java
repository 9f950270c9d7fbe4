package dev.dateline.pipeline.dedup;

import java.time.Duration;
import java.util.Locale;

/**
 * How alike two articles are, as far as their sketches tell.
 *
 * @param jaccard shared shingles among all of both
 * @param containment shared shingles among those of the smaller one
 * @param smaller size of the smaller set of shingles
 * @param sameTitle whether both have a title and it is the same
 * @param figures figures of whichever has fewer
 * @param contradictions figures that each has and the other lacks, the smaller count
 * @param apart time between the two events
 */
record Likeness(
        double jaccard,
        double containment,
        int smaller,
        boolean sameTitle,
        int figures,
        int contradictions,
        Duration apart) {

    /** Compares two fingerprints; symmetric. */
    static Likeness of(Fingerprint one, Fingerprint other, Duration apart) {
        double jaccard = one.jaccard(other);
        int smaller = Math.min(one.size(), other.size());
        return new Likeness(
                jaccard,
                containment(jaccard, one.size(), other.size()),
                smaller,
                one.title() != 0 && one.title() == other.title(),
                one.figures().comparable(other.figures()),
                one.figures().contradictions(other.figures()),
                apart);
    }

    /** Shared shingles, estimated: from J = s / (a + b - s) follows s = J (a + b) / (1 + J). */
    static double shared(double jaccard, int one, int other) {
        return jaccard * (one + (double) other) / (1 + jaccard);
    }

    private static double containment(double jaccard, int one, int other) {
        int smaller = Math.min(one, other);
        return smaller == 0 ? 0 : Math.min(1, shared(jaccard, one, other) / smaller);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "jaccard %.2f, containment %.2f of %d shingles, %d of %d figures contradict, %d h apart",
                jaccard,
                containment,
                smaller,
                contradictions,
                figures,
                apart.toHours());
    }
}
