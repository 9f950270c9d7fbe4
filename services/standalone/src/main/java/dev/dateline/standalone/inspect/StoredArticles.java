package dev.dateline.standalone.inspect;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.UniqueArticle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Articles as the deduplicator published them: the newest version of each since a time of ingest. */
final class StoredArticles {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConnection kafka;
    private final Instant since;

    StoredArticles(KafkaConnection kafka, Instant since) {
        this.kafka = kafka;
        this.since = since;
    }

    /** Finds an original. */
    Optional<UniqueArticle> original(String articleId) {
        return Optional.ofNullable(newest(kafka.topics().unique(), articleId));
    }

    /** Finds a copy. */
    Optional<DuplicateArticle> copy(String articleId) {
        return Optional.ofNullable(newest(kafka.topics().duplicate(), articleId));
    }

    /** Finds the content of an article, whichever it is; of one that was both, the newer. */
    Optional<CleanArticle> content(String articleId) {
        return Stream.concat(
                        original(articleId).map(UniqueArticle::getArticle).stream(),
                        copy(articleId).map(DuplicateArticle::getArticle).stream())
                .max(Comparator.comparing(CleanArticle::getFetchedAt));
    }

    private <V> @Nullable V newest(Topic<V> topic, String key) {
        byte[] newest = null;
        try (var consumer = Clients.consumer(kafka, "dateline-why", null, "earliest")) {
            var partition = partition(consumer, topic.name(), key);
            consumer.assign(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            var start = consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli()))
                    .get(partition);
            consumer.seek(partition, start == null ? end : start.offset());
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(POLL)) {
                    newest = key.equals(record.key()) ? record.value() : newest;
                }
            }
        }
        return newest == null ? null : topic.values().deserializer().deserialize(topic.name(), newest);
    }

    /** Where Kafka's own producers put a key. */
    private static TopicPartition partition(Consumer<String, byte[]> consumer, String topic, String key) {
        int hash = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8)));
        return new TopicPartition(topic, hash % consumer.partitionsFor(topic).size());
    }
}
