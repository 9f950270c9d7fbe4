package dev.dateline.kafka.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.dateline.kafka.serde.UnreadableRecordException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** Reads whatever record some bytes hold, by the schema that they name, for people to look at. Thread-safe. */
public final class RecordReader {
    private static final int HEADER = 5;
    private static final int LONGEST = 2_000;
    private static final int MOST_ITEMS = 50;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SchemaIds ids;

    public RecordReader(SchemaIds ids) {
        this.ids = ids;
    }

    /**
     * Reads a value in Confluent's wire format.
     *
     * @throws UnreadableRecordException when it is none, or does not follow its schema
     */
    public GenericRecord read(byte @Nullable [] value) {
        if (value == null || value.length < HEADER || value[0] != 0) {
            throw new UnreadableRecordException(Reason.BAD_MARKER, "the value does not begin with a schema id");
        }
        var schema = ids.schemaOf(ByteBuffer.wrap(value, 1, HEADER - 1).getInt());
        var decoder = DecoderFactory.get().binaryDecoder(value, HEADER, value.length - HEADER, null);
        try {
            return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
        } catch (IOException | RuntimeException e) {
            // Avro's decoders answer hostile bytes with many kinds of RuntimeException
            throw new UnreadableRecordException(
                    Reason.MALFORMED, "the value does not follow the schema of " + schema.getName(), e);
        }
    }

    /** Finds the source that a record of an article came from; empty when it is none, or cannot be read. */
    public Optional<String> sourceOf(byte @Nullable [] value) {
        try {
            var read = read(value);
            var article = read.hasField("article") && read.get("article") instanceof GenericRecord inner ? inner : read;
            return article.hasField("sourceId")
                    ? Optional.ofNullable(article.get("sourceId")).map(Object::toString)
                    : Optional.empty();
        } catch (UnreadableRecordException e) {
            return Optional.empty();
        }
    }

    /** Puts a value into JSON: long texts and lists are cut, bytes only counted. */
    public static JsonNode json(@Nullable Object value) {
        if (value instanceof IndexedRecord record) {
            var object = JSON.objectNode();
            record.getSchema().getFields().forEach(field -> object.set(field.name(), json(record.get(field.pos()))));
            return object;
        }
        if (value instanceof Collection<?> items) {
            var array = JSON.arrayNode();
            items.stream().limit(MOST_ITEMS).forEach(item -> array.add(json(item)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            var object = JSON.objectNode();
            map.forEach((key, item) -> object.set(String.valueOf(key), json(item)));
            return object;
        }
        return scalar(value);
    }

    private static JsonNode scalar(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof ByteBuffer bytes) {
            return JSON.textNode(bytes.remaining() + " bytes");
        }
        if (value instanceof Boolean bool) {
            return JSON.booleanNode(bool);
        }
        if (value instanceof Integer || value instanceof Long) {
            return JSON.numberNode(((Number) value).longValue());
        }
        if (value instanceof Number number) {
            return JSON.numberNode(number.doubleValue());
        }
        var text = value.toString();
        return JSON.textNode(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...");
    }
}
