package dev.dateline.pipeline.tag.theme;

/** How often one term speaks for or against one theme in an article, and where first. */
final class TermCount {
    private final ThemeHit first;
    private int occurrences;

    TermCount(ThemeHit first) {
        this.first = first;
    }

    ThemeHit first() {
        return first;
    }

    void add(int times) {
        occurrences += times;
    }

    double value() {
        return ScoringModel.value(first.term().signedWeight(), occurrences);
    }
}
