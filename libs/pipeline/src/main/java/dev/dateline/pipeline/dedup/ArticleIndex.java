package dev.dateline.pipeline.dedup;

import dev.dateline.schema.IndexEntry;
import dev.dateline.schema.IndexProgress;
import dev.dateline.schema.IndexedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The articles that can be found as matches, and how far the log has come: made of {@link IndexEntry entries} and nothing else, in
 * whatever order they come, so that whoever is told of every entry has the same index. It gives them back from what it searches in
 * and keeps no copy of them. Not thread-safe.
 */
public final class ArticleIndex {
    /** Key of the entry that says how far the log has come; no identity of an article is like it. */
    public static final String PROGRESS = "#progress";

    private final BandIndex bands = new BandIndex();
    /** Those that were replaced or removed since stay until they come to the front. */
    private final PriorityQueue<IndexedArticle> oldestFirst =
            new PriorityQueue<>(Comparator.comparingLong(IndexedArticle::indexedMillis));
    /** One string for each source, and not one for each article. */
    private final Map<String, String> sources = new HashMap<>();

    private @Nullable IndexProgress progress;

    /** Takes an entry in, in the place of what was there under its key. */
    public void put(String key, IndexEntry entry) {
        if (entry.getProgress() != null) {
            progress = entry.getProgress();
        }
        if (entry.getText() != null && !entry.equals(get(key))) {
            add(key, entry.getText());
        }
    }

    /** Removes an entry; does nothing when there is none. */
    public void remove(String key) {
        if (key.equals(PROGRESS)) {
            progress = null;
        } else {
            bands.remove(key);
            dropReplaced();
        }
    }

    /** Gives an entry as it was put; null when there is none. */
    public @Nullable IndexEntry get(String key) {
        if (key.equals(PROGRESS)) {
            return progress().map(it -> new IndexEntry(null, it)).orElse(null);
        }
        return bands.get(key).map(ArticleIndex::entry).orElse(null);
    }

    /** Gives the keys of all entries, in no defined order. */
    public List<String> keys() {
        var keys = articles();
        progress().ifPresent(it -> keys.add(PROGRESS));
        return keys;
    }

    /** Counts the articles. */
    public int size() {
        return bands.size();
    }

    /** Gives the identities of all articles, in no defined order. */
    List<String> articles() {
        var ids = new ArrayList<String>(size() + 1);
        for (int slot = 0; slot < slots(); slot++) {
            at(slot).ifPresent(ids::add);
        }
        return ids;
    }

    Optional<IndexProgress> progress() {
        return Optional.ofNullable(progress);
    }

    boolean holds(String articleId) {
        return bands.holds(articleId);
    }

    /** Gives the article that was indexed first, by the log's time. */
    Optional<IndexedArticle> oldest() {
        return Optional.ofNullable(oldestFirst.peek());
    }

    /** Counts the places in which articles stand, empty ones too. An article stays in its own until it is replaced. */
    int slots() {
        return bands.slots();
    }

    /** Gives the identity of the article in a place; empty when there is none. */
    Optional<String> at(int slot) {
        return bands.at(slot).map(IndexedArticle::articleId);
    }

    /** Shows each article once that may have that share of the smaller text in common; in no defined order. */
    void forEachCandidate(Signature signature, double leastContainment, Consumer<IndexedArticle> action) {
        bands.forEachCandidate(signature, leastContainment, action);
    }

    /** Counts the signatures that {@link #forEachCandidate} has looked at so far. */
    long looked() {
        return bands.looked();
    }

    private void add(String articleId, IndexedText text) {
        var source = sources.computeIfAbsent(text.getSourceId(), id -> id);
        var article = IndexedArticle.of(articleId, source, text);
        bands.put(article, Signature.of(text));
        oldestFirst.add(article);
        dropReplaced();
    }

    /** Keeps in front of the queue one that is there, so that it grows no further than the index wherever entries come from. */
    private void dropReplaced() {
        while (oldest().filter(article -> !bands.holds(article)).isPresent()) {
            oldestFirst.remove();
        }
    }

    private static IndexEntry entry(BandIndex.Entry indexed) {
        var article = indexed.article();
        var text = new IndexedText(
                article.sourceId(),
                article.position(),
                article.eventTime(),
                article.indexedAt(),
                indexed.signature().size(),
                indexed.signature().packed());
        return new IndexEntry(text, null);
    }
}
