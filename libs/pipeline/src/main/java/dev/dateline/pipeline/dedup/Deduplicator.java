package dev.dateline.pipeline.dedup;

import dev.dateline.pipeline.DropReason;
import dev.dateline.schema.ArticleState;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.EventType;
import java.time.Instant;
import java.util.Optional;

/**
 * Says of each record of the log what it is: a new article, a version of one, a copy of one, or nothing new.
 *
 * <p>Verdicts are a function of the log and the settings alone: of the records so far, their ingest times and their
 * positions. All that is kept from one record to the next goes through {@link ArticleStates}, and what is derived from these through
 * {@link IndexEntries}. A deduplicator that goes on from both, or from the states alone, gives the same verdicts, to the byte, as one
 * that ran on. No clock of its own.
 *
 * <p>Roles are sticky: an original's later versions are never compared again; a copy's later versions are compared with
 * what it copies and nothing else. See docs/rationale/0001-identity-versions-time.md. Not thread-safe.
 */
public final class Deduplicator {
    static {
        Contracts.trust();
    }

    /**
     * An event time that says nothing, since many publishing systems give the epoch for "no date": no horizon applies
     * to such an article, and it counts as published at the time of whatever it is compared with.
     */
    public static final Instant UNDATED = Instant.EPOCH;

    private final Memory memory;
    private final Stories stories;

    /** Makes a deduplicator that goes on from what is remembered, and keeps its index for as long as it lives: it reads every state. */
    public Deduplicator(ArticleStates states, DeduplicatorConfig config) {
        this(states, new IndexInMemory(), config);
    }

    /**
     * Makes a deduplicator that goes on from what is remembered.
     *
     * @param index as the deduplicator before kept it; where it is missing, unfinished or made by other settings, this one reads every
     *     state, and {@link #keepIndex} is to be called until it says so
     */
    public Deduplicator(ArticleStates states, IndexEntries index, DeduplicatorConfig config) {
        memory = new Memory(states, index, config);
        stories = new Stories(memory);
    }

    /**
     * Judges the next record of the log and remembers it.
     *
     * @param ingestTime the record's own timestamp; it need not ascend
     * @param position the record's place in the log; ascends, except for a record that is delivered again
     */
    public Judgement judge(CleanArticle article, Instant ingestTime, long position) {
        var reading = Reading.of(article);
        var arrival = new Arrival(article, reading, memory.advance(ingestTime), position);
        try {
            return memory.find(article.getArticleId())
                    .map(state -> later(arrival, state))
                    .orElseGet(() -> first(arrival));
        } finally {
            memory.settle();
        }
    }

    /** Says whether the index was not found as it should be, but made from the states. */
    public boolean isRebuilt() {
        return memory.isRebuilt();
    }

    /**
     * Keeps the next entries of an index that was made from the states, so that the next deduplicator finds it.
     *
     * @param most entries
     * @return whether all are kept now
     */
    public boolean keepIndex(int most) {
        return memory.keepIndex(most);
    }

    /** Counts the articles that can be found as matches now: a gauge. */
    public int indexed() {
        return memory.matcher().size();
    }

    /** Says what looking for matches has taken since this deduplicator was made. */
    public SearchCost searchCost() {
        return memory.matcher().cost();
    }

    private Judgement first(Arrival arrival) {
        if (arrival.isWithdrawal()) {
            return Judgement.dropped(DropReason.NOTHING_TO_WITHDRAW, "never seen");
        }
        var state = arrival.firstState();
        var search = memory.matcher().search(arrival);
        return search.best().map(match -> firstCopy(arrival, state, match)).orElseGet(() -> {
            memory.remember(state);
            return Verdicts.first(arrival, state, search.whyNot());
        });
    }

    private Judgement firstCopy(Arrival arrival, ArticleState state, Match match) {
        var storyId = memory.find(match.articleId()).orElseThrow().getStoryId();
        var copy = ArticleState.newBuilder(Verdicts.compared(state, match.comparison()))
                .setStoryId(storyId)
                .setDuplicateOf(match.articleId())
                .build();
        memory.remember(copy);
        return Verdicts.duplicate(arrival, copy, EventType.CREATED, stories.join(copy), match.detail());
    }

    private Judgement later(Arrival arrival, ArticleState state) {
        if (arrival.isRedeliveryTo(state)) {
            return Judgement.dropped(DropReason.REDELIVERED, "version " + state.getVersion());
        }
        if (arrival.isOlderThan(state)) {
            return Judgement.dropped(DropReason.SUPERSEDED, "the latest was fetched at " + state.getFetchedAt());
        }
        if (arrival.isSameContentAs(state)) {
            return unchanged(arrival, state);
        }
        if (arrival.isWithdrawal()) {
            return publish(arrival, arrival.withdrawn(state), EventType.WITHDRAWN);
        }
        return isCopyNoMore(arrival, state)
                ? corrected(arrival, state)
                : publish(arrival, recompared(arrival, state), EventType.UPDATED);
    }

    private Judgement unchanged(Arrival arrival, ArticleState state) {
        var looked = arrival.unchanged(state);
        memory.touch(looked);
        stories.touch(looked);
        return arrival.isWithdrawal()
                ? Judgement.dropped(DropReason.NOTHING_TO_WITHDRAW, "withdrawn already")
                : Judgement.dropped(DropReason.UNCHANGED, "as version " + state.getVersion());
    }

    private Judgement publish(Arrival arrival, ArticleState next, EventType event) {
        var before = memory.find(next.getArticleId()).orElseThrow();
        memory.remember(next);
        var changed = stories.refresh(next);
        return next.getDuplicateOf() == null
                ? Verdicts.unique(arrival, before, next, event, changed)
                : Verdicts.duplicate(arrival, next, event, changed, "version " + next.getVersion());
    }

    private Judgement corrected(Arrival arrival, ArticleState state) {
        var left = stories.leave(state, arrival.now());
        var original = ArticleState.newBuilder(arrival.nextVersion(state))
                .setStoryId(state.getArticleId())
                .setDuplicateOf(null)
                .clearSimilarity()
                .clearContainment()
                .clearKind()
                .build();
        memory.remember(original);
        return Verdicts.unique(arrival, state, original, EventType.CORRECTED, left);
    }

    private ArticleState recompared(Arrival arrival, ArticleState state) {
        var next = arrival.nextVersion(state);
        return comparison(arrival, state)
                .map(comparison -> Verdicts.compared(next, comparison))
                .orElse(next);
    }

    private boolean isCopyNoMore(Arrival arrival, ArticleState state) {
        return comparison(arrival, state)
                .filter(comparison -> !comparison.isCopy())
                .isPresent();
    }

    /**
     * Compares a copy's new version with what it copies; empty for an original, and when there is nothing to compare.
     */
    private Optional<Comparison> comparison(Arrival arrival, ArticleState state) {
        return Optional.ofNullable(state.getDuplicateOf())
                .flatMap(memory::find)
                .filter(original -> Lifetime.cameBefore(original, state))
                .flatMap(original -> Comparison.of(arrival, original));
    }
}
