package dev.dateline.sink.table;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that could be read.
 *
 * @param record as Kafka has it
 * @param value what its bytes say
 */
public record Entry<V>(ConsumerRecord<String, byte[]> record, V value) {
    Instant ingestedAt() {
        return Instant.ofEpochMilli(record.timestamp());
    }
}
