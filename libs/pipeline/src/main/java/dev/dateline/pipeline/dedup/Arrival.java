package dev.dateline.pipeline.dedup;

import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.ArticleState;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record of the log that is being judged.
 *
 * @param reading of its sketch, made before anything is written, so that a broken one reaches no state
 * @param now the log's time with this record: the largest ingest time so far
 * @param position its place in the log
 */
record Arrival(CleanArticle article, Optional<Reading> reading, Instant now, long position) {
    /** How far another clock may be ahead of the log's time. */
    static final Duration CLOCK_SKEW = Duration.ofHours(1);

    /**
     * When the article was fetched, as far as that can be: a clock that was years ahead would make every version after it an older
     * one.
     */
    Instant fetchedAt() {
        var latest = now.plus(CLOCK_SKEW);
        return article.getFetchedAt().isAfter(latest) ? latest : article.getFetchedAt();
    }

    boolean isWithdrawal() {
        return article.getStatus() == ArticleStatus.WITHDRAWN;
    }

    /** Says whether the article's state has this record in it already. */
    boolean isRedeliveryTo(ArticleState state) {
        if (position == state.getPosition()) {
            return true;
        }
        return fetchedAt().equals(state.getFetchedAt()) && (position < state.getPosition() || isSameContentAs(state));
    }

    boolean isOlderThan(ArticleState state) {
        return fetchedAt().isBefore(state.getFetchedAt());
    }

    boolean isSameContentAs(ArticleState state) {
        return article.getStatus() == state.getStatus()
                && (isWithdrawal() || article.getContentHash().equals(state.getContentHash()));
    }

    /** Gives the state of an article that is seen for the first time: an original. */
    ArticleState firstState() {
        return fill(ArticleState.newBuilder())
                .setVersion(1)
                .setFirstPosition(position)
                .setFirstSeen(now)
                .setStoryId(article.getArticleId())
                .build();
    }

    /** Gives the state with this live version in it, roles untouched. */
    ArticleState nextVersion(ArticleState state) {
        return fill(ArticleState.newBuilder(state))
                .setVersion(state.getVersion() + 1)
                .build();
    }

    /** Gives the state with this withdrawal in it; what the last live version was stays. */
    ArticleState withdrawn(ArticleState state) {
        return ArticleState.newBuilder(state)
                .setStatus(ArticleStatus.WITHDRAWN)
                .setVersion(state.getVersion() + 1)
                .setFetchedAt(fetchedAt())
                .setPosition(position)
                .setTouchedAt(now)
                .build();
    }

    /** Gives the state that knows of this look at the article, which found nothing new. */
    ArticleState unchanged(ArticleState state) {
        return ArticleState.newBuilder(state)
                .setFetchedAt(fetchedAt())
                .setPosition(position)
                .setTouchedAt(now)
                .build();
    }

    private @Nullable String creditedArticle() {
        return Optional.ofNullable(article.getProvenance().getUrl())
                .flatMap(CanonicalUrl::parse)
                .map(ArticleId::of)
                .filter(credited -> !credited.equals(article.getArticleId()))
                .orElse(null);
    }

    private ArticleState.Builder fill(ArticleState.Builder state) {
        return state.setArticleId(article.getArticleId())
                .setSourceId(article.getSourceId())
                .setUrl(article.getCanonicalUrl())
                .setOutlet(article.getPublisher().getOutlet())
                .setTitle(article.getTitle())
                .setStatus(ArticleStatus.LIVE)
                .setPosition(position)
                .setFetchedAt(fetchedAt())
                .setEventTime(article.getEventTime())
                .setContentHash(article.getContentHash())
                .setSketch(article.getSketch())
                .setCreditedArticle(creditedArticle())
                .setCreditedOutlet(article.getProvenance().getOutlet())
                .setIndexedAt(now)
                .setTouchedAt(now);
    }
}
