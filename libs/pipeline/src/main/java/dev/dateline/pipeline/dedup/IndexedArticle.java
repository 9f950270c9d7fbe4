package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import java.time.Instant;

/**
 * What the index holds of an article.
 *
 * @param position place in the log of its first version
 * @param indexedAt the log's time at its latest version
 */
record IndexedArticle(String articleId, String sourceId, long position, Instant eventTime, Instant indexedAt) {

    /** Takes an article of a source from its state. */
    static IndexedArticle of(ArticleState state, String sourceId) {
        return new IndexedArticle(
                state.getArticleId(), sourceId, state.getFirstPosition(), state.getEventTime(), state.getIndexedAt());
    }
}
