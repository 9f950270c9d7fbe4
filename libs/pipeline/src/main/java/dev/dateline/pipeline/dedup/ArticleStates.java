package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of each article, by its identity. The service backs it with a changelogged store, so that what was
 * written in one transaction with the verdicts is there again after a crash; a map will do where nothing must survive.
 */
public interface ArticleStates {

    /** Gives what is remembered of an article; null when it is not known. */
    @Nullable
    ArticleState get(String articleId);

    /** Remembers a state under its article's identity, in the place of what was there. */
    void put(ArticleState state);

    /** Forgets an article; does nothing when it is not known. */
    void delete(String articleId);

    /** Shows every state once, in any order; the states are not changed meanwhile. */
    void forEach(Consumer<ArticleState> action);

    /**
     * Shows states in the order of their identities, from the first one behind an identity that need not be known; the states are
     * not changed meanwhile.
     */
    void forEachBehind(String articleId, int most, Consumer<ArticleState> action);
}
