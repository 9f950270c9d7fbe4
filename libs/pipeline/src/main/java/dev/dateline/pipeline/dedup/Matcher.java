package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import dev.dateline.schema.CleanArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

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
    private final ArrayList<IndexedArticle> restored = new ArrayList<>();

    Matcher(DeduplicatorConfig config, ArticleStates states) {
        this.config = config;
        this.states = states;
    }

    /** Takes a state into the empty index, in any order; {@link #restored} ends it. */
    void restore(ArticleState state, Instant now) {
        indexed(state).filter(article -> !isPast(article, now)).ifPresent(restored::add);
    }

    void restored(Instant now) {
        restored.sort(Comparator.comparing(IndexedArticle::indexedAt));
        restored.forEach(this::add);
        restored.clear();
        restored.trimToSize();
        forgetUntil(now);
    }

    /** Makes the index say of an article what its state says. */
    void update(ArticleState state) {
        index.remove(state.getArticleId());
        indexed(state).ifPresent(this::add);
    }

    private Optional<IndexedArticle> indexed(ArticleState state) {
        return config.neverCompared().contains(state.getSourceId()) ? Optional.empty() : IndexedArticle.of(state);
    }

    private void add(IndexedArticle article) {
        index.put(article);
        oldestFirst.add(article);
    }

    /** Drops what can no longer be found. */
    void forgetUntil(Instant now) {
        while (!oldestFirst.isEmpty() && isPast(oldestFirst.getFirst(), now)) {
            var oldest = oldestFirst.removeFirst();
            if (index.holds(oldest)) {
                index.remove(oldest.articleId());
            }
        }
    }

    /** Compares an article with all that may be its match; never with itself. */
    Search search(Arrival arrival) {
        return arrival.signature()
                .map(signature -> candidates(arrival, signature).stream()
                        .flatMap(candidate -> compare(arrival.article(), candidate).stream())
                        .toList())
                .map(Search::new)
                .orElse(Search.NOTHING);
    }

    private List<IndexedArticle> candidates(Arrival arrival, Signature signature) {
        var candidates = new ArrayList<IndexedArticle>();
        index.forEachCandidate(signature.components(), candidate -> {
            if (isComparable(arrival.article(), candidate, arrival.now())
                    && signature.containment(candidate.signature()) >= LEAST_CONTAINMENT) {
                candidates.add(candidate);
            }
        });
        return candidates;
    }

    /** Counts the articles that can be found. */
    int size() {
        return index.size();
    }

    private boolean isComparable(CleanArticle article, IndexedArticle candidate, Instant now) {
        return !candidate.articleId().equals(article.getArticleId())
                && config.compares(article.getSourceId(), candidate.sourceId())
                && !isPast(candidate, now)
                && Comparison.apart(article, candidate.eventTime()).compareTo(config.horizon()) <= 0;
    }

    private boolean isPast(IndexedArticle candidate, Instant now) {
        return Duration.between(candidate.indexedAt(), now).compareTo(config.horizon()) > 0;
    }

    private Optional<Match> compare(CleanArticle article, IndexedArticle candidate) {
        return Optional.ofNullable(states.get(candidate.articleId()))
                .flatMap(state -> Comparison.of(article, state))
                .map(comparison -> new Match(candidate.articleId(), candidate.position(), comparison));
    }
}
