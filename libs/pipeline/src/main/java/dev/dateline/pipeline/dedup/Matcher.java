package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.IndexEntry;
import dev.dateline.schema.IndexedText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    private final IndexEntries entries;
    private final ArticleIndex index;
    private long compared;

    Matcher(DeduplicatorConfig config, ArticleStates states, IndexEntries entries) {
        this.config = config;
        this.states = states;
        this.entries = entries;
        this.index = entries.index();
    }

    /** Makes the index say of an article what its state says, and keeps the entry. */
    void update(ArticleState state) {
        var id = state.getArticleId();
        var entry = entry(state);
        if (entry.isPresent()) {
            entries.put(id, entry.get());
        } else if (index.holds(id)) {
            entries.delete(id);
        }
    }

    /** Makes the index say likewise, but keeps no entry: {@link IndexCopy} does. {@link #rebuilt} ends it. */
    void rebuild(ArticleState state, Instant now) {
        if (!isPast(state.getIndexedAt(), now)) {
            entry(state).ifPresent(entry -> index.put(state.getArticleId(), entry));
        }
    }

    void rebuilt(Instant now) {
        for (var past = past(now); past.isPresent(); past = past(now)) {
            index.remove(past.get().articleId());
        }
    }

    /** Drops what can no longer be found. */
    void forgetUntil(Instant now) {
        for (var past = past(now); past.isPresent(); past = past(now)) {
            entries.delete(past.get().articleId());
        }
    }

    private Optional<IndexedArticle> past(Instant now) {
        return index.oldest().filter(oldest -> isPast(oldest.indexedAt(), now));
    }

    /** Gives what is kept of an article; empty when it is withdrawn or cannot be compared. */
    private Optional<IndexEntry> entry(ArticleState state) {
        if (state.getStatus() == ArticleStatus.WITHDRAWN
                || config.neverCompared().contains(state.getSourceId())) {
            return Optional.empty();
        }
        return Signature.comparable(state.getSketch()).map(sketch -> {
            var text = new IndexedText(
                    state.getSourceId(),
                    state.getFirstPosition(),
                    state.getEventTime(),
                    state.getIndexedAt(),
                    sketch.getSize(),
                    sketch.getSignature());
            return new IndexEntry(text, null);
        });
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
