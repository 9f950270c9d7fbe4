package dev.dateline.kafka.client;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from their beginning to the end that they have now: how state is had from a compacted topic. */
public final class PartitionReader {
    private static final Duration POLL = Duration.ofMillis(200);

    private PartitionReader() {}

    /**
     * Reads everything that was committed before the call; partitions must be assigned to the consumer, which stands at the
     * end afterwards.
     */
    public static void readToEnd(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
            Collection<TopicPartition> partitions,
            Consumer<ConsumerRecord<String, byte[]>> sink) {
        consumer.seekToBeginning(partitions);
        Predicate<Map.Entry<TopicPartition, Long>> isRead = end -> consumer.position(end.getKey()) >= end.getValue();
        var ends = consumer.endOffsets(partitions).entrySet();
        while (!ends.stream().allMatch(isRead)) {
            consumer.poll(POLL).forEach(sink);
        }
    }
}
