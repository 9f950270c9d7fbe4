package dev.dateline.kafka.topics;

import org.apache.kafka.common.serialization.Serde;

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
}
