package dev.dateline.console.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Decides where reading begins, so that a start reads what is shown and not the whole log. */
final class StartPositions {
    private final Consumer<String, byte[]> consumer;

    StartPositions(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Moves to the first record that was taken in at or after a moment, to the end where there is none. */
    void since(Collection<TopicPartition> partitions, Instant moment) {
        seek(partitions, moment, Long.MAX_VALUE);
    }

    /** As {@link #since}, but no farther back than so many records a partition. */
    void since(Collection<TopicPartition> partitions, Instant moment, long atMost) {
        seek(partitions, moment, atMost);
    }

    private void seek(Collection<TopicPartition> partitions, Instant moment, long atMost) {
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> times.put(partition, moment.toEpochMilli()));
        var ends = consumer.endOffsets(partitions);
        var starts = consumer.offsetsForTimes(times).entrySet().stream()
                .filter(found -> found.getValue() != null)
                .collect(Collectors.toMap(
                        found -> found.getKey(), found -> found.getValue().offset()));
        for (var partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            var start = Math.min(starts.getOrDefault(partition, end), end);
            consumer.seek(partition, Math.max(start, end - Math.min(end, atMost)));
        }
    }
}
