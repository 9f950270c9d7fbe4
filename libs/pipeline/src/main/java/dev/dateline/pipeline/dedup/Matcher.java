package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Finds the earlier matches of an article among those in the index. Who may be a match follows from the states and
 * the log's time alone; that the index drops what is past the horizon only saves memory.
 */
final class Matcher {
    /** Candidates that cannot pass, as far as their signatures tell, are not verified; three standard errors are left. */
    private static final double LEAST_CONTAINMENT = CopyRule.REWORDED_CONTAINMENT - 0.2;

    private final DeduplicatorConfig config;
    private final ArticleStates states;
    private final BandIndex index = new BandIndex();
    private final Deque<IndexedArticle> oldestFirst = new ArrayDeque<>();
    /** One string for each source, and not one for each article. */
    private final Map<String, String> sources = new HashMap<>();

    private final ArrayList<IndexedArticle> restored = new ArrayList<>();
    private long compared;

    Matcher(DeduplicatorConfig config, ArticleStates states) {
        this.config = config;
        this.states = states;
    }

    /** Takes a state into the empty index, in any order; {@link #restored} ends it. */
    void restore(ArticleState state, Instant now) {
        if (!isPast(state.getIndexedAt(), now)) {
            add(state, restored, index::restore);
        }
    }

    void restored(Instant now) {
        index.restored();
        restored.sort(Comparator.comparingLong(IndexedArticle::indexedMillis));
        oldestFirst.addAll(restored);
        restored.clear();
        restored.trimToSize();
        forgetUntil(now);
    }

    /** Makes the index say of an article what its state says. */
    void update(ArticleState state) {
        index.remove(state.getArticleId());
        add(state, oldestFirst, index::put);
    }

    /** Adds it, unless it is withdrawn or cannot be compared. */
    private void add(
            ArticleState state, Collection<IndexedArticle> order, BiConsumer<IndexedArticle, Signature> toIndex) {
        var source = sources.computeIfAbsent(state.getSourceId(), id -> id);
        if (state.getStatus() == ArticleStatus.WITHDRAWN
                || config.neverCompared().contains(source)) {
            return;
        }
        Signature.of(state.getSketch()).ifPresent(signature -> {
            var article = IndexedArticle.of(state, source);
            toIndex.accept(article, signature);
            order.add(article);
        });
    }

    /** Drops what can no longer be found. */
    void forgetUntil(Instant now) {
        while (!oldestFirst.isEmpty() && isPast(oldestFirst.getFirst().indexedAt(), now)) {
            var oldest = oldestFirst.removeFirst();
            if (index.holds(oldest)) {
                index.remove(oldest.articleId());
            }
        }
    }

    /** Compares an article with all that may be its match; never with itself. */
    Search search(Arrival arrival) {
        if (config.neverCompared().contains(arrival.article().getSourceId())) {
            return Search.NOTHING;
        }
        return arrival.reading()
                .map(reading -> candidates(arrival, reading.signature()).stream()
                        .flatMap(candidate -> compare(arrival, candidate).stream())
                        .toList())
                .map(Search::new)
                .orElse(Search.NOTHING);
    }

    private List<IndexedArticle> candidates(Arrival arrival, Signature signature) {
        var candidates = new ArrayList<IndexedArticle>();
        index.forEachCandidate(signature, LEAST_CONTAINMENT, candidate -> {
            if (isComparable(arrival.article(), candidate, arrival.now())) {
                candidates.add(candidate);
            }
        });
        return candidates;
    }

    /** Counts the articles that can be found. */
    int size() {
        return index.size();
    }

    SearchCost cost() {
        return new SearchCost(index.looked(), compared);
    }

    private boolean isComparable(CleanArticle article, IndexedArticle candidate, Instant now) {
        return !candidate.articleId().equals(article.getArticleId())
                && config.comparesPair(article.getSourceId(), candidate.sourceId())
                && !isPast(candidate.indexedAt(), now)
                && Comparison.apart(article, candidate.eventTime()).compareTo(config.horizon()) <= 0;
    }

    private boolean isPast(Instant indexedAt, Instant now) {
        return Duration.between(indexedAt, now).compareTo(config.horizon()) > 0;
    }

    private Optional<Match> compare(Arrival arrival, IndexedArticle candidate) {
        compared++;
        return Optional.ofNullable(states.get(candidate.articleId()))
                .flatMap(state -> Comparison.of(arrival, state))
                .map(comparison -> new Match(candidate.articleId(), candidate.position(), comparison));
    }
}
