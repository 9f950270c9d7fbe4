package dev.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;

/** Holds what a reader saw against what a writer wrote: the same in what both know, the defaults in what the writer did not know. */
final class SharedFields {
    private static final GenericData DATA = GenericData.get();

    private SharedFields() {}

    static void verify(Object written, Schema writer, Object seen, Schema reader) {
        if (writer.getType() == Schema.Type.UNION || reader.getType() == Schema.Type.UNION) {
            verify(written, branch(writer, written), seen, branch(reader, seen));
            return;
        }
        switch (writer.getType()) {
            case RECORD -> verifyRecord((IndexedRecord) written, (IndexedRecord) seen, reader);
            case ARRAY ->
                verifyItems((List<?>) written, writer.getElementType(), (List<?>) seen, reader.getElementType());
            case MAP -> {
                assertThat(((Map<?, ?>) seen).keySet()).isEqualTo(((Map<?, ?>) written).keySet());
                ((Map<?, ?>) written)
                        .forEach((key, value) -> verify(
                                value, writer.getValueType(), ((Map<?, ?>) seen).get(key), reader.getValueType()));
            }
            case ENUM -> {
                var known = reader.hasEnumSymbol(written.toString());
                assertThat(seen).hasToString(known ? written.toString() : reader.getEnumDefault());
            }
            default -> assertThat(seen).isEqualTo(written);
        }
    }

    private static void verifyRecord(IndexedRecord written, IndexedRecord seen, Schema reader) {
        for (var field : reader.getFields()) {
            var origin = written.getSchema().getField(field.name());
            if (origin == null) {
                assertThat(seen.get(field.pos())).as(field.name()).isEqualTo(defaultOf(field));
            } else {
                verify(written.get(origin.pos()), origin.schema(), seen.get(field.pos()), field.schema());
            }
        }
    }

    private static void verifyItems(List<?> written, Schema writer, List<?> seen, Schema reader) {
        assertThat(seen).hasSameSizeAs(written);
        for (var i = 0; i < written.size(); i++) {
            verify(written.get(i), writer, seen.get(i), reader);
        }
    }

    private static Object defaultOf(Field field) {
        return DATA.getDefaultValue(field);
    }

    private static Schema branch(Schema schema, Object value) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes().get(DATA.resolveUnion(schema, value)) : schema;
    }
}
