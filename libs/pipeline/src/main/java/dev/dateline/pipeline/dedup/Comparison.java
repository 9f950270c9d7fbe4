package dev.dateline.pipeline.dedup;

import dev.dateline.pipeline.WebUrl;
import dev.dateline.schema.ArticleState;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.DuplicateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What comparing an article with another one gave: how alike they are, and what kind of copy it would be. */
record Comparison(Likeness likeness, boolean isCopy, DuplicateKind kind) {

    /** Compares an article with what is remembered of another one; empty when either has no comparable sketch. */
    static Optional<Comparison> of(CleanArticle article, ArticleState other) {
        return Fingerprint.of(article.getSketch())
                .flatMap(mine -> Fingerprint.of(other.getSketch()).map(theirs -> of(article, mine, other, theirs)));
    }

    private static Comparison of(CleanArticle article, Fingerprint mine, ArticleState other, Fingerprint theirs) {
        var likeness = Likeness.of(
                mine,
                theirs,
                areOfDifferentSites(article.getCanonicalUrl(), other.getUrl()),
                apart(article, other.getEventTime()));
        return new Comparison(likeness, CopyRule.isCopy(likeness), CopyKind.of(article, mine, theirs, likeness));
    }

    /** Gives the time between two events. */
    static Duration apart(CleanArticle article, Instant eventTime) {
        if (article.getEventTime().equals(Deduplicator.UNDATED) || eventTime.equals(Deduplicator.UNDATED)) {
            return Duration.ZERO;
        }
        return Duration.between(article.getEventTime(), eventTime).abs();
    }

    private static boolean areOfDifferentSites(String url, String other) {
        var site = site(url);
        return site.isPresent()
                && site(other).filter(its -> !its.equals(site.get())).isPresent();
    }

    private static Optional<String> site(String url) {
        return WebUrl.parse(url).map(parsed -> parsed.host().replaceFirst("^www\\.", ""));
    }
}
