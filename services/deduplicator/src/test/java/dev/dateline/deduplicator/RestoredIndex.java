package dev.dateline.deduplicator;

import dev.dateline.pipeline.dedup.ArticleIndex;
import dev.dateline.pipeline.dedup.IndexEntries;
import dev.dateline.schema.IndexEntry;

/** Goes on with an index that was restored, and writes nothing. */
record RestoredIndex(ArticleIndex index) implements IndexEntries {
    @Override
    public void put(String key, IndexEntry entry) {
        index.put(key, entry);
    }

    @Override
    public void delete(String key) {
        index.remove(key);
    }
}
