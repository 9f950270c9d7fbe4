package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import java.time.Instant;

/**
 * What the index holds of an article. Times are milliseconds, as they are stored: an object for each would be a twentieth of the index.
 *
 * @param position place in the log of its first version
 * @param eventMillis time of its event
 * @param indexedMillis the log's time at its latest version
 */
record IndexedArticle(String articleId, String sourceId, long position, long eventMillis, long indexedMillis) {

    /** Takes an article of a source from its state. */
    static IndexedArticle of(ArticleState state, String sourceId) {
        return new IndexedArticle(
                state.getArticleId(),
                sourceId,
                state.getFirstPosition(),
                state.getEventTime().toEpochMilli(),
                state.getIndexedAt().toEpochMilli());
    }

    Instant eventTime() {
        return Instant.ofEpochMilli(eventMillis);
    }

    Instant indexedAt() {
        return Instant.ofEpochMilli(indexedMillis);
    }
}
