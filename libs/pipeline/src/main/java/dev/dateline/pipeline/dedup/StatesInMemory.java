package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Remembers articles for the life of the process: for the command line and for tests. */
public final class StatesInMemory implements ArticleStates {
    private final TreeMap<String, ArticleState> states = new TreeMap<>();

    @Override
    public @Nullable ArticleState get(String articleId) {
        return states.get(articleId);
    }

    @Override
    public void put(ArticleState state) {
        states.put(state.getArticleId(), state);
    }

    @Override
    public void delete(String articleId) {
        states.remove(articleId);
    }

    @Override
    public void forEach(Consumer<ArticleState> action) {
        states.values().forEach(action);
    }

    @Override
    public void forEachBehind(String articleId, int most, Consumer<ArticleState> action) {
        states.tailMap(articleId, false).values().stream().limit(most).forEach(action);
    }
}
