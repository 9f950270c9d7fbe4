package dev.dateline.sink;

import dev.dateline.kafka.streams.DeadLetters;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that could not be stored, with what it failed of.
 *
 * @param record as Kafka has it
 * @param fault what reading or storing it threw
 */
record Letter(ConsumerRecord<String, byte[]> record, Exception fault) {
    DeadLetters.Reason reason() {
        return DeadLetters.reasonOf(fault);
    }
}
