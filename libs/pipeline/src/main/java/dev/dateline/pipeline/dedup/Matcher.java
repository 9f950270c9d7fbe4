package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import dev.dateline.schema.CleanArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/**
 * Finds the best earlier match of an article among those in the index. Who may be a match follows from the states and
 * the log's time alone; that the index drops what is past the horizon only saves memory.
 */
final class Matcher {
    /** Candidates that cannot pass, as far as their signatures tell, are not verified; three standard errors are left. */
    private static final double LEAST_CONTAINMENT = CopyRule.REWORDED_CONTAINMENT - 0.2;

    private final DeduplicatorConfig config;
    private final ArticleStates states;
    private final BandIndex index = new BandIndex();
    private final Deque<IndexedArticle> oldestFirst = new ArrayDeque<>();

    Matcher(DeduplicatorConfig config, ArticleStates states) {
        this.config = config;
        this.states = states;
    }

    /** Fills the empty index from what is remembered. */
    void rebuild(Collection<ArticleState> states) {
        states.stream().sorted(Comparator.comparing(ArticleState::getIndexedAt)).forEach(this::update);
    }

    /** Makes the index say of an article what its state says. */
    void update(ArticleState state) {
        index.remove(state.getArticleId());
        if (config.neverCompared().contains(state.getSourceId())) {
            return;
        }
        IndexedArticle.of(state).ifPresent(article -> {
            index.put(article);
            oldestFirst.add(article);
        });
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

    /** Gives the best verified match; never the article itself. */
    Optional<Match> best(CleanArticle article, Instant now) {
        var signature = Signature.of(article.getSketch());
        if (signature.isEmpty()) {
            return Optional.empty();
        }
        var candidates = new ArrayList<IndexedArticle>();
        index.forEachCandidate(signature.get().components(), candidate -> {
            if (isComparable(article, candidate, now)
                    && signature.get().containment(candidate.signature()) >= LEAST_CONTAINMENT) {
                candidates.add(candidate);
            }
        });
        var matches = new ArrayList<Match>();
        candidates.forEach(candidate -> verify(article, candidate).ifPresent(matches::add));
        return matches.stream().min(Match.BEST_FIRST);
    }

    /** Takes an article out before its time; does nothing when it is not there. */
    void remove(String articleId) {
        index.remove(articleId);
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

    private Optional<Match> verify(CleanArticle article, IndexedArticle candidate) {
        return Optional.ofNullable(states.get(candidate.articleId()))
                .flatMap(state -> Comparison.of(article, state))
                .filter(Comparison::isCopy)
                .map(comparison -> new Match(candidate.articleId(), candidate.position(), comparison));
    }
}
