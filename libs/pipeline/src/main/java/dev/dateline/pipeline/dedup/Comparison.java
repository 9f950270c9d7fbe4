package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.DuplicateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What comparing an article with another one gave: how alike they are, and what kind of copy it would be. */
record Comparison(Likeness likeness, boolean isCopy, DuplicateKind kind) {

    /** Compares an article with what is remembered of another one; empty when either has no comparable sketch. */
    static Optional<Comparison> of(Arrival arrival, ArticleState other) {
        return arrival.reading()
                .flatMap(mine -> Fingerprint.of(other.getSketch()).map(theirs -> of(arrival, mine, other, theirs)));
    }

    private static Comparison of(Arrival arrival, Reading mine, ArticleState other, Fingerprint theirs) {
        var article = arrival.article();
        var likeness = Likeness.of(
                mine.fingerprint(), theirs, mine.isOfAnotherSite(other.getUrl()), apart(article, other.getEventTime()));
        var kind = CopyKind.of(article, mine.fingerprint(), theirs, likeness);
        return new Comparison(likeness, CopyRule.isCopy(likeness), kind);
    }

    /** Gives the time between two events. */
    static Duration apart(CleanArticle article, Instant eventTime) {
        if (article.getEventTime().equals(Deduplicator.UNDATED) || eventTime.equals(Deduplicator.UNDATED)) {
            return Duration.ZERO;
        }
        var between = Duration.between(article.getEventTime(), eventTime);
        return between.isNegative() ? Duration.between(eventTime, article.getEventTime()) : between;
    }
}
