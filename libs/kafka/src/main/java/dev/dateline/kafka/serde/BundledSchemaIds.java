package dev.dateline.kafka.serde;

import dev.dateline.kafka.serde.UnreadableRecordException.Reason;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/** The ids that are fixed in the schemas jar: what a program uses that has no registry beside it. */
public final class BundledSchemaIds implements SchemaIds {
    private final Map<Integer, Schema> byId = new HashMap<>();
    private final Map<Schema, Integer> bySchema = new HashMap<>();

    public BundledSchemaIds(ReleasedSchemas released) {
        for (var release : released.all()) {
            var schema = new Schema.Parser().parse(release.schema());
            byId.put(release.id(), schema);
            bySchema.put(schema, release.id());
        }
    }

    @Override
    public int idOf(String topic, Schema schema) {
        var id = bySchema.get(schema);
        if (id == null) {
            throw new SerializationException(
                    schema.getName() + " as compiled was never released: see schemas/README.md, \"Releasing\"");
        }
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
