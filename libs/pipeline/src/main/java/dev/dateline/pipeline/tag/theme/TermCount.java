package dev.dateline.pipeline.tag.theme;

/** How often one term speaks for or against one theme in an article, and where first. */
final class TermCount {
    private final ThemeHit first;
    private final double weight;
    private int occurrences;
    private int places;

    TermCount(ThemeHit first) {
        this.first = first;
        this.weight = first.term().signedWeight();
    }

    ThemeHit first() {
        return first;
    }

    /** Negative when it speaks against the theme. */
    double weight() {
        return weight;
    }

    void add(int times) {
        occurrences += times;
        places++;
    }

    /** At how many places of the article the term stands. */
    int places() {
        return places;
    }

    double value() {
        return ScoringModel.value(weight, occurrences);
    }
}
