package dev.dateline.client;

import dev.dateline.kafka.streams.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * How an article came.
 *
 * @param eventId the same whenever the same event is delivered again (header {@code ce_id}); empty when the record has none
 * @param event created, updated, retagged, corrected, withdrawn or left (header {@code ce_type}); empty when it has none
 * @param topic where it was read, with partition and offset
 * @param ingestedAt Kafka's time of the record
 */
public record Delivery(String eventId, String event, String topic, int partition, long offset, Instant ingestedAt) {

    static Delivery of(ConsumerRecord<String, byte[]> record) {
        return new Delivery(
                header(record, EventHeaders.ID),
                header(record, EventHeaders.TYPE),
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        byte @Nullable [] value = header == null ? null : header.value();
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    /** The place of the record, for messages. */
    public String place() {
        return topic + "-" + partition + " at offset " + offset;
    }
}
