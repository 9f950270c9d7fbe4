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
    private final DeduplicatorConfig config;
    private final BandIndex index = new BandIndex();
    private final Deque<IndexedArticle> oldestFirst = new ArrayDeque<>();

    Matcher(DeduplicatorConfig config) {
        this.config = config;
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
        var fingerprint = Fingerprint.of(article.getSketch());
        if (fingerprint.isEmpty()) {
            return Optional.empty();
        }
        var matches = new ArrayList<Match>();
        index.forEachCandidate(fingerprint.get().components(), candidate -> {
            if (isComparable(article, candidate, now)) {
                verify(article, fingerprint.get(), candidate).ifPresent(matches::add);
            }
        });
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

    /**
     * Says whether an article is a copy of another one, index and horizon apart; empty when either has no comparable
     * sketch.
     */
    static Optional<Comparison> compare(CleanArticle article, ArticleState other) {
        return Fingerprint.of(article.getSketch())
                .flatMap(mine -> Fingerprint.of(other.getSketch())
                        .map(theirs -> Comparison.of(article, mine, theirs, apart(article, other.getEventTime()))));
    }

    private boolean isComparable(CleanArticle article, IndexedArticle candidate, Instant now) {
        return !candidate.articleId().equals(article.getArticleId())
                && config.compares(article.getSourceId(), candidate.sourceId())
                && !isPast(candidate, now)
                && apart(article, candidate.eventTime()).compareTo(config.horizon()) <= 0;
    }

    private boolean isPast(IndexedArticle candidate, Instant now) {
        return Duration.between(candidate.indexedAt(), now).compareTo(config.horizon()) > 0;
    }

    private static Optional<Match> verify(CleanArticle article, Fingerprint mine, IndexedArticle candidate) {
        var comparison = Comparison.of(article, mine, candidate.fingerprint(), apart(article, candidate.eventTime()));
        return comparison.isCopy()
                ? Optional.of(new Match(candidate.articleId(), candidate.position(), comparison))
                : Optional.empty();
    }

    private static Duration apart(CleanArticle article, Instant eventTime) {
        if (article.getEventTime().equals(Deduplicator.UNDATED) || eventTime.equals(Deduplicator.UNDATED)) {
            return Duration.ZERO;
        }
        return Duration.between(article.getEventTime(), eventTime).abs();
    }
}
