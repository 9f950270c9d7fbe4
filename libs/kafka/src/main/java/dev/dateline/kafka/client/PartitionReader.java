package dev.dateline.kafka.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

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

    /**
     * Reads everything that was written before the call, and waits for the transactions in which it was: a commit is decided before its
     * marker is in every partition, so the end of what is committed may lie before what is. Partitions must be assigned to the consumer.
     *
     * @param writtenTo says up to where there are records, committed or not
     */
    public static void readToLastWrite(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
            Collection<TopicPartition> partitions,
            Admin writtenTo,
            Consumer<ConsumerRecord<String, byte[]>> sink) {
        consumer.seekToBeginning(partitions);
        readTo(consumer, lastWrites(writtenTo, partitions), sink);
    }

    private static Map<TopicPartition, Long> lastWrites(Admin admin, Collection<TopicPartition> partitions) {
        var latest = partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        var found = admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED));
        try {
            var ends = new HashMap<TopicPartition, Long>();
            for (var partition : partitions) {
                ends.put(partition, found.partitionResult(partition).get().offset());
            }
            return ends;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
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
