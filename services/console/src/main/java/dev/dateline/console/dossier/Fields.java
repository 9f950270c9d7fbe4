package dev.dateline.console.dossier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Turns a record into fields by name, as JSON can show them; of bytes it shows how many there are and how they begin. */
final class Fields {
    /** Enough to see whether a body is the page that was meant. */
    private static final int OPENING = 1_200;

    private Fields() {}

    static Map<String, Object> of(IndexedRecord record) {
        var fields = new LinkedHashMap<String, Object>();
        for (var field : record.getSchema().getFields()) {
            var value = plain(record.get(field.pos()));
            if (value != null) {
                fields.put(field.name(), value);
            }
        }
        return fields;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof IndexedRecord record) {
            return of(record);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Fields::plain).toList();
        }
        if (value instanceof ByteBuffer bytes) {
            return Map.of("bytes", bytes.remaining(), "opening", opening(bytes));
        }
        return value;
    }

    private static String opening(ByteBuffer bytes) {
        var begin = new byte[Math.min(OPENING, bytes.remaining())];
        bytes.duplicate().get(begin);
        return new String(begin, StandardCharsets.UTF_8);
    }
}
