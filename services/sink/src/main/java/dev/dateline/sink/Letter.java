package dev.dateline.sink;

import dev.dateline.kafka.streams.DeadLetters;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that could not be stored, with what it failed of.
 *
 * @param record as Kafka has it
 * @param exception what reading or storing it threw
 */
record Letter(ConsumerRecord<String, byte[]> record, Exception exception) {
    DeadLetters.Fault fault() {
        return new DeadLetters.Fault(SinkMain.STAGE, record.topic(), record.partition(), record.offset(), exception);
    }

    DeadLetters.Reason reason() {
        return fault().reason();
    }
}
