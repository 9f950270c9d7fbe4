package dev.dateline.deduplicator;

import dev.dateline.pipeline.dedup.ArticleIndex;
import dev.dateline.pipeline.dedup.IndexEntries;
import dev.dateline.schema.IndexEntry;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.state.KeyValueStore;

/** The index in a changelogged store: written in one transaction with the states and the verdicts. */
record StoredIndex(KeyValueStore<String, IndexEntry> store, ArticleIndex index) implements IndexEntries {

    /** Takes the index out of an {@link IndexStore}, whatever is wrapped around it. */
    static StoredIndex in(KeyValueStore<String, IndexEntry> store) {
        var index = store.query(new IndexStore.IndexQuery(), PositionBound.unbounded(), new QueryConfig(false));
        return new StoredIndex(store, index.getResult());
    }

    @Override
    public void put(String key, IndexEntry entry) {
        store.put(key, entry);
    }

    /** Puts nothing in its place, since deleting it would give it back, which takes writing and reading it. */
    @Override
    public void delete(String key) {
        store.put(key, null);
    }
}
