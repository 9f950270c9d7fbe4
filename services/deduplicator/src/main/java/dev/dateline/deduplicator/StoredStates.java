package dev.dateline.deduplicator;

import dev.dateline.pipeline.dedup.ArticleStates;
import dev.dateline.schema.ArticleState;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The deduplicator's memory in a changelogged store: written in one transaction with the verdicts. */
record StoredStates(KeyValueStore<String, ArticleState> store) implements ArticleStates {
    @Override
    public @Nullable ArticleState get(String articleId) {
        return store.get(articleId);
    }

    @Override
    public void put(ArticleState state) {
        store.put(state.getArticleId(), state);
    }

    @Override
    public void delete(String articleId) {
        store.delete(articleId);
    }

    @Override
    public void forEach(Consumer<ArticleState> action) {
        try (var all = store.all()) {
            all.forEachRemaining(entry -> action.accept(entry.value));
        }
    }

    @Override
    public void forEachBehind(String articleId, int most, Consumer<ArticleState> action) {
        try (var from = store.range(articleId, null)) {
            int shown = 0;
            while (shown < most && from.hasNext()) {
                var state = from.next().value;
                if (!state.getArticleId().equals(articleId)) {
                    action.accept(state);
                    shown++;
                }
            }
        }
    }
}
