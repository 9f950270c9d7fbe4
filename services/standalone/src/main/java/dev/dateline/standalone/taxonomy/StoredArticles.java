package dev.dateline.standalone.taxonomy;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A sample of the articles that are stored: the newest live ones. */
final class StoredArticles {
    private final KafkaConnection kafka;
    private final Topic<EnrichedArticle> topic;

    private record Stored(long timestamp, EnrichedArticle article) {}

    StoredArticles(KafkaConnection kafka) {
        this.kafka = kafka;
        this.topic = kafka.topics().enriched();
    }

    /**
     * Gives the newest version of each of the newest articles, as far back as {@code since}.
     *
     * @param most how many at most; some of each partition are looked at
     */
    List<EnrichedArticle> newest(int most, Instant since) {
        var newest = new HashMap<String, Stored>();
        try (var consumer = Clients.consumer(kafka, "dateline-taxonomy-diff", null, "earliest")) {
            var partitions = PartitionReader.partitionsOf(consumer, topic.name());
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            seek(consumer, ends, since, 2 * most / partitions.size() + 1);
            PartitionReader.readTo(consumer, ends, record -> add(newest, record));
        }
        return newest.values().stream()
                .filter(stored -> stored.article().getStatus() == ArticleStatus.LIVE)
                .sorted(Comparator.comparingLong(Stored::timestamp).reversed())
                .limit(most)
                .map(Stored::article)
                .toList();
    }

    private static void seek(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, Instant since, int mostOfEach) {
        var times = ends.keySet().stream().collect(Collectors.toMap(p -> p, p -> since.toEpochMilli()));
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            var end = ends.getOrDefault(partition, 0L);
            var start = found == null ? end : found.offset();
            consumer.seek(partition, Math.max(start, end - mostOfEach));
        });
    }

    private void add(Map<String, Stored> newest, ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            newest.remove(record.key());
            return;
        }
        try {
            var article = topic.values().deserializer().deserialize(topic.name(), value);
            newest.put(record.key(), new Stored(record.timestamp(), article));
        } catch (UnreadableRecordException e) {
            newest.remove(record.key()); // no article to compare
        }
    }
}
