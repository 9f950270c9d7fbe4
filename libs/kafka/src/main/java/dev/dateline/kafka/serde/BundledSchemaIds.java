package dev.dateline.kafka.serde;

import dev.dateline.kafka.serde.UnreadableRecordException.Reason;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/** The ids that are fixed in the schemas jar: what a program uses that has no registry beside it. */
public final class BundledSchemaIds implements SchemaIds {
    private final Map<Integer, Schema> byId = new HashMap<>();
    private final Map<Schema, Integer> bySchema = new HashMap<>();

    /** Compiled schemas that were looked up: to compare two schemas takes longer than to write a record. */
    private final Map<Schema, Integer> found = Collections.synchronizedMap(new IdentityHashMap<>());

    public BundledSchemaIds(ReleasedSchemas released) {
        for (var release : released.all()) {
            var schema = new Schema.Parser().parse(release.schema());
            byId.put(release.id(), schema);
            bySchema.put(schema, release.id());
        }
    }

    @Override
    public int idOf(String topic, Schema schema) {
        var known = found.get(schema);
        if (known != null) {
            return known;
        }
        var id = bySchema.get(schema);
        if (id == null) {
            throw new SerializationException(
                    schema.getName() + " as compiled was never released: see schemas/README.md, \"Releasing\"");
        }
        found.put(schema, id);
        return id;
    }

    @Override
    public Schema schemaOf(int id) {
        var schema = byId.get(id);
        if (schema == null) {
            throw new UnreadableRecordException(Reason.UNKNOWN_SCHEMA, "no released schema has id " + id);
        }
        return schema;
    }
}
