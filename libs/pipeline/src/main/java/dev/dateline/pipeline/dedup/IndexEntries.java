package dev.dateline.pipeline.dedup;

import dev.dateline.schema.IndexEntry;

/**
 * Keeps the entries of an index, as {@link ArticleStates} keeps the states. The service backs it with a changelogged store whose
 * content the index itself is, so that it is there at once wherever the store is; {@link IndexInMemory} will do where nothing must
 * survive.
 */
public interface IndexEntries {

    /** Gives the index that holds the entries: always the same one, which follows {@link #put} and {@link #delete} at once. */
    ArticleIndex index();

    /** Keeps an entry, in the place of what was there under its key. */
    void put(String key, IndexEntry entry);

    /** Gives up an entry; one that is not in the index may be kept nevertheless, and is given up too. */
    void delete(String key);
}
