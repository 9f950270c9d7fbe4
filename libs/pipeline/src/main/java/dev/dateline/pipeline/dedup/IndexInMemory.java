package dev.dateline.pipeline.dedup;

import dev.dateline.schema.IndexEntry;

/** Keeps an index for the life of the process: for the command line and for tests. */
public final class IndexInMemory implements IndexEntries {
    private final ArticleIndex index = new ArticleIndex();

    @Override
    public ArticleIndex index() {
        return index;
    }

    @Override
    public void put(String key, IndexEntry entry) {
        index.put(key, entry);
    }

    @Override
    public void delete(String key) {
        index.remove(key);
    }
}
