package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The states with what is derived from them: the index and the log's time.
 *
 * <p>Everything derived is a function of the states, so nothing else has to survive a crash. The log's time is the
 * largest {@code touchedAt}; only records that change a state move it. What is past its time is not there for any
 * verdict, whether the {@link Sweep} has come by or not: states are seen through {@link Lifetime} only.
 */
final class Memory {
    private final ArticleStates states;
    private final Lifetime lifetime;
    private final Matcher matcher;
    private final Sweep sweep;
    private Instant logTime = Instant.EPOCH;
    private Instant now = Instant.EPOCH;

    Memory(ArticleStates states, DeduplicatorConfig config) {
        this.states = states;
        this.lifetime = new Lifetime(states, config);
        this.matcher = new Matcher(config, states);
        this.sweep = new Sweep(states, lifetime);
        states.forEach(this::restore);
        matcher.restored(logTime);
    }

    private void restore(ArticleState state) {
        if (!state.getTouchedAt().isBefore(logTime)) {
            logTime = state.getTouchedAt();
            sweep.beginBehind(state.getArticleId());
        }
        matcher.restore(state, logTime);
    }

    Matcher matcher() {
        return matcher;
    }

    /**
     * Begins with the next record: gives the log's time with it, to the millisecond, as the states keep it. Tidies up first, by
     * the time before the record, since one that changes nothing does not move the log's time.
     */
    Instant advance(Instant ingestTime) {
        matcher.forgetUntil(logTime);
        sweep.step(logTime);
        var millis = ingestTime.truncatedTo(ChronoUnit.MILLIS);
        now = millis.isAfter(logTime) ? millis : logTime;
        return now;
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
    }
}
