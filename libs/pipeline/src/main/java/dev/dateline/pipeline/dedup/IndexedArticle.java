package dev.dateline.pipeline.dedup;

import dev.dateline.schema.IndexedText;
import java.time.Instant;

/**
 * What the index holds of an article. Times are milliseconds, as they are stored: an object for each would be a twentieth of the index.
 *
 * @param position place in the log of its first version
 * @param eventMillis time of its event
 * @param indexedMillis the log's time at its latest version
 */
record IndexedArticle(String articleId, String sourceId, long position, long eventMillis, long indexedMillis) {

    /**
     * Takes an article from what is kept of it.
     *
     * @param sourceId as the text names it; one string will do for all articles of a source
     */
    static IndexedArticle of(String articleId, String sourceId, IndexedText text) {
        return new IndexedArticle(
                articleId,
                sourceId,
                text.getFirstPosition(),
                text.getEventTime().toEpochMilli(),
                text.getIndexedAt().toEpochMilli());
    }

    Instant eventTime() {
        return Instant.ofEpochMilli(eventMillis);
    }

    Instant indexedAt() {
        return Instant.ofEpochMilli(indexedMillis);
    }
}
