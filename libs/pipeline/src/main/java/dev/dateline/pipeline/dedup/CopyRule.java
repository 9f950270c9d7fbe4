package dev.dateline.pipeline.dedup;

import java.time.Duration;

/**
 * Decides whether two articles that look alike are copies.
 *
 * <p>Either the texts as wholes are alike (Jaccard), or most of one is in the other (containment, for abridged and
 * extended copies; a floor on Jaccard keeps out what a sketch cannot estimate). With one word in eight exchanged at
 * even distances, 5/8 of three-word shingles survive: Jaccard 0.45, containment 0.63; the plain thresholds stand
 * below that by three standard errors and two. Two things raise them:
 *
 * <ul>
 *   <li>a short text, since a template or a shared quotation is most of a short report;
 *   <li>figures that contradict, since copying changes words sooner than figures, and an update changes figures.
 * </ul>
 *
 * <p>And editions of a bulletin are no copies however alike their words.
 */
final class CopyRule {
    static final double JACCARD = 0.36;
    static final double CONTAINMENT = 0.58;
    static final double CONTAINMENT_FLOOR = 0.18;

    /** From this many shingles on, a text is long enough for the plain thresholds. */
    static final int LONG = 200;

    /** At this many the surcharges are what the constants below say; in between and further down they go on evenly. */
    static final int SHORT = 80;

    static final double SHORT_JACCARD = 0.12;
    static final double SHORT_CONTAINMENT = 0.27;

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
        if (likeness.smaller() < TOO_LITTLE && !likeness.sameTitle()) {
            return false;
        }
        double brevity = Math.max(0, (double) (LONG - likeness.smaller()) / (LONG - SHORT));
        double doubt = CONTRADICTION * Math.min(MOST_CONTRADICTIONS, likeness.contradictions());
        return likeness.jaccard() >= JACCARD + SHORT_JACCARD * brevity + doubt
                || (likeness.containment() >= CONTAINMENT + SHORT_CONTAINMENT * brevity + doubt
                        && likeness.jaccard() >= CONTAINMENT_FLOOR);
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
