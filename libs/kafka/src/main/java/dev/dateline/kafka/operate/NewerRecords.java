package dev.dateline.kafka.operate;

import dev.dateline.kafka.client.PartitionReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds out whether a newer record of a key came after one in its partition. What was read is remembered, so that many letters of
 * a partition cost one reading.
 */
final class NewerRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 20;

    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Scan> scans = new HashMap<>();

    /** What is known of a partition: the last offset of each key from one offset to another. */
    private static final class Scan {
        final Map<String, Long> lastOffsets = new HashMap<>();
        final long from;
        long to;

        Scan(long from) {
            this.from = from;
            this.to = from;
        }
    }

    NewerRecords(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Whether a committed record of the key stands behind an offset now. */
    boolean has(TopicPartition partition, String key, long offset) {
        return has(partition, key, offset, end(partition));
    }

    /**
     * Whether a committed record of the key stands between two offsets. Waits until every transaction that wrote there is decided.
     *
     * @param before offset of a record of an open transaction of our own
     */
    boolean hasBetween(TopicPartition partition, String key, long offset, long before) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (end(partition) < before) {
            if (Instant.now().isAfter(deadline)) {
                throw new KafkaException("another transaction holds " + partition + " open; try again later");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return has(partition, key, offset, before);
    }

    private boolean has(TopicPartition partition, String key, long offset, long end) {
        var scan = scans.get(partition);
        if (scan == null || scan.from > offset + 1) {
            scan = new Scan(offset + 1);
            scans.put(partition, scan);
        }
        extend(scan, partition, end);
        var last = scan.lastOffsets.get(key);
        return last != null && last > offset && last < end;
    }

    private void extend(Scan scan, TopicPartition partition, long end) {
        if (scan.to >= end) {
            return;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, scan.to);
        PartitionReader.readTo(consumer, Map.of(partition, end), record -> {
            if (record.key() != null) {
                scan.lastOffsets.put(record.key(), record.offset());
            }
        });
        scan.to = end;
    }

    /** With read_committed, the end is where the first open transaction begins. */
    private long end(TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }
}
