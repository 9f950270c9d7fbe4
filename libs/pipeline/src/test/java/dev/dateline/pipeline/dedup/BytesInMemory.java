package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Remembers articles as bytes, as a changelogged store does: what the schema does not carry is lost. */
final class BytesInMemory implements ArticleStates {
    private final TreeMap<String, ByteBuffer> states = new TreeMap<>();

    @Override
    public @Nullable ArticleState get(String articleId) {
        var bytes = states.get(articleId);
        return bytes == null ? null : decode(bytes);
    }

    @Override
    public void put(ArticleState state) {
        try {
            states.put(state.getArticleId(), state.toByteBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String articleId) {
        states.remove(articleId);
    }

    @Override
    public void forEach(Consumer<ArticleState> action) {
        states.descendingMap().values().forEach(bytes -> action.accept(decode(bytes)));
    }

    @Override
    public void forEachBehind(String articleId, int most, Consumer<ArticleState> action) {
        states.tailMap(articleId, false).values().stream().limit(most).forEach(bytes -> action.accept(decode(bytes)));
    }

    int size() {
        return states.values().stream().mapToInt(ByteBuffer::remaining).sum();
    }

    TreeMap<String, ByteBuffer> content() {
        return states;
    }

    private static ArticleState decode(ByteBuffer bytes) {
        try {
            return ArticleState.fromByteBuffer(bytes.duplicate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
