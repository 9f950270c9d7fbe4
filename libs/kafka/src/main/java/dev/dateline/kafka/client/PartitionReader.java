package dev.dateline.kafka.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from their beginning to the end that they have now: how state is had from a compacted topic. */
public final class PartitionReader {
    private static final Duration POLL = Duration.ofMillis(200);

    private PartitionReader() {}

    /** All partitions of a topic. */
    public static List<TopicPartition> partitionsOf(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Reads everything of a topic that was committed before the call; the consumer has its partitions afterwards. */
    public static void readToEnd(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
            String topic,
            Consumer<ConsumerRecord<String, byte[]>> sink) {
        var partitions = partitionsOf(consumer, topic);
        consumer.assign(partitions);
        readToEnd(consumer, partitions, sink);
    }

    /**
     * Reads everything that was committed before the call; partitions must be assigned to the consumer, which stands at the
     * end afterwards.
     */
    public static void readToEnd(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
            Collection<TopicPartition> partitions,
            Consumer<ConsumerRecord<String, byte[]>> sink) {
        consumer.seekToBeginning(partitions);
        readTo(consumer, consumer.endOffsets(partitions), sink);
    }

    /** Puts the consumer before the first record of each partition that is of that moment or later; at the end where there is none. */
    public static void seekTo(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
            Collection<TopicPartition> partitions,
            Instant since) {
        consumer.seekToEnd(partitions);
        var times = partitions.stream().collect(Collectors.toMap(each -> each, each -> since.toEpochMilli()));
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            if (found != null) {
                consumer.seek(partition, found.offset());
            }
        });
    }

    /**
     * Reads from where the consumer stands up to, and without, the offsets given; it may stand behind them afterwards.
     *
     * @param ends for each partition that is assigned to the consumer
     */
    public static void readTo(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<String, byte[]>> sink) {
        Predicate<Map.Entry<TopicPartition, Long>> isRead = end -> consumer.position(end.getKey()) >= end.getValue();
        while (!ends.entrySet().stream().allMatch(isRead)) {
            for (var record : consumer.poll(POLL)) {
                var end = ends.get(new TopicPartition(record.topic(), record.partition()));
                if (end != null && record.offset() < end) {
                    sink.accept(record);
                }
            }
        }
    }
}
