package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import dev.dateline.schema.ArticleStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What the index holds of an article.
 *
 * @param position place in the log of its first version
 * @param indexedAt the log's time at its latest version
 */
record IndexedArticle(
        String articleId, String sourceId, long position, Instant eventTime, Instant indexedAt, Signature signature) {

    /** Takes an article of a source from its state; empty when it is withdrawn or cannot be compared. */
    static Optional<IndexedArticle> of(ArticleState state, String sourceId) {
        if (state.getStatus() == ArticleStatus.WITHDRAWN) {
            return Optional.empty();
        }
        return Signature.of(state.getSketch())
                .map(signature -> new IndexedArticle(
                        state.getArticleId(),
                        sourceId,
                        state.getFirstPosition(),
                        state.getEventTime(),
                        state.getIndexedAt(),
                        signature));
    }
}
