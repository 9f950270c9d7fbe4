package dev.dateline.sink;

import dev.dateline.runtime.Problem;
import dev.dateline.sink.database.StoredOffsets.LastRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Holds the last record that was stored of each partition against the one that Kafka has in its place. When Kafka came back without
 * its tail, from a copy or by a leader that lagged, and has grown since, the stored offset lies within the topic all the same, and
 * what took the place of the lost records would be passed over. A record of another time there gives it away. One that was compacted
 * away tells nothing.
 */
final class HistoryCheck {
    private static final Duration POLL = Duration.ofMillis(200);
    /** A start is not held up by a broker that is slow to answer; then nothing is found out. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Consumer<String, byte[]> reader;

    HistoryCheck(Consumer<String, byte[]> reader) {
        this.reader = reader;
    }

    /**
     * Reads one record of each partition; the reader is assigned to these partitions afterwards.
     *
     * @param stored last records by partition
     */
    List<Problem> problems(Map<TopicPartition, LastRecord> stored) {
        reader.assign(stored.keySet());
        var open = new HashMap<>(stored);
        var beginnings = reader.beginningOffsets(stored.keySet());
        open.entrySet().removeIf(each -> each.getValue().offset() < beginnings.getOrDefault(each.getKey(), 0L));
        open.forEach((partition, last) -> reader.seek(partition, last.offset()));
        reader.pause(reader.assignment().stream()
                .filter(partition -> !open.containsKey(partition))
                .toList());
        var problems = new ArrayList<Problem>();
        var end = Instant.now().plus(PATIENCE);
        while (!open.isEmpty() && Instant.now().isBefore(end)) {
            for (var record : reader.poll(POLL)) {
                var last = open.remove(new TopicPartition(record.topic(), record.partition()));
                if (last != null && record.offset() == last.offset() && record.timestamp() != last.timestamp()) {
                    problems.add(PositionCheck.otherHistory(
                            new TopicPartition(record.topic(), record.partition()), last, record.timestamp()));
                }
            }
            open.entrySet()
                    .removeIf(each ->
                            reader.position(each.getKey()) > each.getValue().offset());
        }
        return problems;
    }
}
