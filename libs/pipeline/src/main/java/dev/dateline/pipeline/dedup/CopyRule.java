package dev.dateline.pipeline.dedup;

import java.time.Duration;

/**
 * Decides whether two articles that look alike are copies.
 *
 * <p>Most of one is in the other, either as it stands (containment of shingles) or reworded, when fewer shingles but nearly all
 * words are there: with one word in eight exchanged at even distances 5/8 of three-word shingles survive, and 7/8 of the words.
 * Reports of one event by others share up to 0.4 of the shingles, quotations mostly, and 0.7 of the words. Or the texts as wholes
 * are alike (Jaccard), their words too. A floor on Jaccard keeps out a line that stands in a long page. What raises the thresholds:
 *
 * <ul>
 *   <li>a short text: a template or a shared quotation is most of it. Within one site, or when the sites are not known, all but
 *       long texts count as short, since an outlet's own next report on an event takes over half of the last one;
 *   <li>figures that contradict, since copying changes words sooner than figures, and an update changes figures.
 * </ul>
 *
 * <p>And editions of a bulletin are no copies however alike their words.
 */
final class CopyRule {
    static final double CONTAINMENT = 0.6;
    static final double REWORDED_CONTAINMENT = 0.54;
    static final double REWORDED_WORDS = 0.8;
    static final double JACCARD = 0.41;
    static final double JACCARD_FLOOR = 0.12;

    /** From this many shingles on, a text is long enough for the plain thresholds. */
    static final int LONG = 180;

    static final int LONG_ACROSS_SITES = 60;

    /** How much the thresholds of containment rise for each shingle less, and at most. */
    static final double BREVITY = 0.0035;

    static final double MOST_BREVITY = 0.36;

    /** How much that of Jaccard rises for the shortest texts; it does from {@link #SHORT} shingles downwards, evenly. */
    static final double SHORT_JACCARD = 0.1;

    static final int SHORT = 100;

    /** Below this there is too little to compare ("Enable JavaScript to read on"): the titles must be the same too. */
    static final int TOO_LITTLE = 15;

    static final double CONTRADICTION = 0.08;
    static final int MOST_CONTRADICTIONS = 2;

    /** Further apart than a day's reprint, a text with other figures is the next edition. */
    static final Duration REPRINT = Duration.ofHours(36);

    static final double OTHER_FIGURES = 0.25;
    static final double OTHER_FIGURES_LATER = 0.1;

    private CopyRule() {}

    static boolean isCopy(Likeness likeness) {
        return isAlike(likeness) && !isNextEdition(likeness);
    }

    private static boolean isAlike(Likeness likeness) {
        if (likeness.smaller() < TOO_LITTLE && !likeness.sameTitle() || likeness.jaccard() < JACCARD_FLOOR) {
            return false;
        }
        double doubt = CONTRADICTION * Math.min(MOST_CONTRADICTIONS, likeness.contradictions());
        return isAlikeAsAWhole(likeness, doubt) || isContained(likeness, brevity(likeness) + doubt);
    }

    private static boolean isAlikeAsAWhole(Likeness likeness, double doubt) {
        return likeness.jaccard() >= JACCARD + SHORT_JACCARD * shortness(likeness.smaller()) + doubt
                && likeness.words() >= REWORDED_WORDS;
    }

    private static boolean isContained(Likeness likeness, double surcharge) {
        return likeness.containment() >= CONTAINMENT + surcharge
                || (likeness.containment() >= REWORDED_CONTAINMENT + surcharge && likeness.words() >= REWORDED_WORDS);
    }

    private static double brevity(Likeness likeness) {
        int enough = likeness.acrossSites() ? LONG_ACROSS_SITES : LONG;
        return Math.min(MOST_BREVITY, BREVITY * Math.max(0, enough - likeness.smaller()));
    }

    private static double shortness(int size) {
        return Math.min(1, Math.max(0, (double) (SHORT - size) / (SHORT - TOO_LITTLE)));
    }

    /** One figure alone may be the day in the dateline, which a reprint changes; within a day two must contradict. */
    private static boolean isNextEdition(Likeness likeness) {
        if (likeness.contradictions() == 0) {
            return false;
        }
        double share = (double) likeness.contradictions() / likeness.figures();
        return likeness.apart().compareTo(REPRINT) > 0
                ? share >= OTHER_FIGURES_LATER
                : likeness.contradictions() > 1 && share >= OTHER_FIGURES;
    }
}
