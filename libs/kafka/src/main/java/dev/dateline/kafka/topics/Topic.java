package dev.dateline.kafka.topics;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * A topic with the type of its values; keys are UTF-8 strings everywhere.
 *
 * @param spec its declaration
 * @param values how its values are written and read
 */
public record Topic<V>(TopicSpec spec, Serde<V> values) {
    public String name() {
        return spec.name();
    }

    /** A record for this topic; without a value a tombstone. Its partition goes by the key, its time is that of sending. */
    public ProducerRecord<String, byte[]> record(String key, @Nullable V value) {
        return new ProducerRecord<>(
                name(), key, value == null ? null : values.serializer().serialize(name(), value));
    }
}
