package dev.dateline.kafka.serde;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Knows which id stands for which schema in the wire format. Implementations are thread-safe and remember what they have
 * looked up: an id never changes its meaning.
 */
public interface SchemaIds {

    /**
     * Gives the id under which a schema is written to a topic.
     *
     * @throws org.apache.kafka.common.errors.SerializationException when the registry refuses or cannot be reached
     */
    int idOf(String topic, Schema schema);

    /**
     * Gives the schema that an id stands for.
     *
     * @throws UnreadableRecordException when nobody knows the id
     */
    Schema schemaOf(int id);

    /** Where the ids come from, when that is somewhere outside this program. */
    default Optional<SchemaRegistry> registry() {
        return Optional.empty();
    }
}
