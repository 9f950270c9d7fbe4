package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says what is left of a state at a time of the log: all of it, a thin state, or nothing.
 *
 * <p>A story lives as a whole, by its root's last touch: every write to a copy touches the root, so a copy is never without it.
 */
final class Lifetime {
    private final ArticleStates states;
    private final DeduplicatorConfig config;

    Lifetime(ArticleStates states, DeduplicatorConfig config) {
        this.states = states;
        this.config = config;
    }

    /** Gives what is left; the very same state when that is all of it. */
    Optional<ArticleState> left(ArticleState state, Instant now) {
        if (!isPast(state.getTouchedAt(), config.retention(), now)) {
            return Optional.of(state);
        }
        var touched = lastTouch(state);
        if (isPast(touched, config.versionRetention(), now)) {
            return Optional.empty();
        }
        return Optional.of(isPast(touched, config.retention(), now) ? thin(state) : state);
    }

    /** Says whether a state has only what tells versions. */
    static boolean isThin(ArticleState state) {
        return state.getUrl().isEmpty();
    }

    private Instant lastTouch(ArticleState state) {
        if (state.getDuplicateOf() == null) {
            return state.getTouchedAt();
        }
        return Optional.ofNullable(states.get(state.getStoryId()))
                .filter(root -> cameBefore(root, state))
                .map(ArticleState::getTouchedAt)
                .filter(state.getTouchedAt()::isBefore)
                .orElse(state.getTouchedAt());
    }

    /** Says whether a state is of the article that a copy was compared with, and not of one that came back under its identity. */
    static boolean cameBefore(ArticleState original, ArticleState copy) {
        return original.getFirstPosition() < copy.getFirstPosition();
    }

    private static boolean isPast(Instant touched, Duration kept, Instant now) {
        return Duration.between(touched, now).compareTo(kept) > 0;
    }

    private static ArticleState thin(ArticleState state) {
        return isThin(state)
                ? state
                : ArticleState.newBuilder(state)
                        .setUrl("")
                        .setOutlet(null)
                        .setTitle("")
                        .setSketch(null)
                        .setCopies(List.of())
                        .setCreditedArticle(null)
                        .setCreditedOutlet(null)
                        .build();
    }
}
