package dev.dateline.benchmarks;

import dev.dateline.pipeline.dedup.ArticleStates;
import dev.dateline.schema.ArticleState;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes what is to be remembered to a changelog, and remembers nothing itself. */
record StatesWriter(Producer<String, byte[]> producer, String changelog, Serializer<ArticleState> serializer)
        implements ArticleStates {
    @Override
    public @Nullable ArticleState get(String articleId) {
        return null;
    }

    @Override
    public void put(ArticleState state) {
        var bytes = serializer.serialize(changelog, state);
        producer.send(new ProducerRecord<>(changelog, 0, state.getArticleId(), bytes));
    }

    @Override
    public void delete(String articleId) {}

    @Override
    public void forEach(Consumer<ArticleState> action) {}

    @Override
    public void forEachBehind(String articleId, int most, Consumer<ArticleState> action) {}
}
