package dev.dateline.pipeline.dedup;

import dev.dateline.schema.IndexEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.TreeMap;

/** Keeps an index as bytes, as a changelogged store does. */
final class IndexInBytes implements IndexEntries {
    private final ArticleIndex index = new ArticleIndex();
    private final TreeMap<String, ByteBuffer> kept = new TreeMap<>();

    @Override
    public ArticleIndex index() {
        return index;
    }

    @Override
    public void put(String key, IndexEntry entry) {
        try {
            kept.put(key, entry.toByteBuffer());
            index.put(key, entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String key) {
        kept.remove(key);
        index.remove(key);
    }

    /** Gives what whoever takes over finds: made of what was kept alone, in any order. */
    IndexInBytes takenOver(Random random) {
        var other = new IndexInBytes();
        var keys = new ArrayList<>(kept.keySet());
        Collections.shuffle(keys, random);
        keys.forEach(key -> other.put(key, entry(key)));
        return other;
    }

    /** Gives the entries of articles that were kept. */
    TreeMap<String, IndexEntry> articles() {
        var articles = new TreeMap<String, IndexEntry>();
        kept.keySet().forEach(key -> articles.put(key, entry(key)));
        articles.remove(ArticleIndex.PROGRESS);
        return articles;
    }

    private IndexEntry entry(String key) {
        try {
            return IndexEntry.fromByteBuffer(kept.get(key).duplicate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
