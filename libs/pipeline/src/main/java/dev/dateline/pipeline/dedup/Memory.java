package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import dev.dateline.schema.IndexEntry;
import dev.dateline.schema.IndexProgress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The states with what is derived from them: the index and the log's time.
 *
 * <p>Everything derived is a function of the states. It is kept beside them, so that whoever goes on need not read them all; where it
 * is missing, or was made by other settings, it is made from them. The log's time is the largest {@code touchedAt}; only records that
 * change a state move it. What is past its time is not there for any verdict, whether the {@link Sweep} has come by or not: states
 * are seen through {@link Lifetime} only.
 */
final class Memory {
    private final ArticleStates states;
    private final IndexEntries entries;
    private final IndexBasis basis;
    private final Lifetime lifetime;
    private final Matcher matcher;
    private final Sweep sweep;
    private final IndexCopy copy;
    private final boolean rebuilt;
    private Instant logTime = Instant.EPOCH;
    private Instant now = Instant.EPOCH;
    private boolean noted;

    Memory(ArticleStates states, IndexEntries entries, DeduplicatorConfig config) {
        this.states = states;
        this.entries = entries;
        this.basis = IndexBasis.of(config);
        this.lifetime = new Lifetime(states, config);
        this.matcher = new Matcher(config, states, entries);
        this.sweep = new Sweep(states, lifetime);
        var progress = entries.index().progress();
        var usable = progress.filter(basis::isMetBy);
        this.noted = progress.filter(basis::isKeptIn).isPresent();
        this.rebuilt = usable.isEmpty();
        this.copy = new IndexCopy(entries, usable.map(this::resume).orElseGet(this::rebuild));
    }

    private List<String> resume(IndexProgress progress) {
        logTime = progress.getLogTime();
        sweep.beginBehind(progress.getSweptTo());
        return List.of();
    }

    /** Makes the index from the states, and gives the articles that were in it before. */
    private List<String> rebuild() {
        var index = entries.index();
        var before = index.articles();
        before.forEach(index::remove);
        states.forEach(this::rebuild);
        matcher.rebuilt(logTime);
        return before;
    }

    private void rebuild(ArticleState state) {
        if (!state.getTouchedAt().isBefore(logTime)) {
            logTime = state.getTouchedAt();
            sweep.beginBehind(state.getArticleId());
        }
        matcher.rebuild(state, logTime);
    }

    Matcher matcher() {
        return matcher;
    }

    /** Says whether the index was not found but made from the states. */
    boolean isRebuilt() {
        return rebuilt;
    }

    /** Keeps the next entries of an index that was made from the states; says whether all are kept now. */
    boolean keepIndex(int most) {
        if (!isKept()) {
            copy.step(most);
            note();
        }
        return isKept();
    }

    /**
     * Begins with the next record: gives the log's time with it, to the millisecond, as the states keep it. Tidies up first, by
     * the time before the record, since one that changes nothing does not move the log's time.
     */
    Instant advance(Instant ingestTime) {
        if (!noted) {
            note();
        }
        matcher.forgetUntil(logTime);
        sweep.step(logTime);
        var millis = ingestTime.truncatedTo(ChronoUnit.MILLIS);
        now = millis.isAfter(logTime) ? millis : logTime;
        return now;
    }

    /** Ends with the record. */
    void settle() {
        if (!noted) {
            note();
        }
    }

    /** Gives what is left of an article at this time of the log. */
    Optional<ArticleState> find(String articleId) {
        return Optional.ofNullable(states.get(articleId)).flatMap(state -> lifetime.left(state, now));
    }

    /** Remembers a new version. */
    void remember(ArticleState state) {
        touch(state);
        matcher.update(state);
    }

    /** Remembers a state whose content, status and place in the index have not changed. */
    void touch(ArticleState state) {
        states.put(state);
        logTime = state.getTouchedAt().isAfter(logTime) ? state.getTouchedAt() : logTime;
        noted = false;
    }

    private boolean isKept() {
        return !rebuilt || copy.isDone();
    }

    /** Keeps how far the log has come: before anything is forgotten by these settings, and after each change of a state. */
    private void note() {
        var progress = new IndexProgress(
                logTime,
                sweep.place(),
                isKept() ? basis.madeBy() : IndexBasis.UNFINISHED,
                basis.horizon().toString());
        entries.put(ArticleIndex.PROGRESS, new IndexEntry(null, progress));
        noted = true;
    }
}
