package dev.dateline.kafka.serde;

import dev.dateline.kafka.serde.UnreadableRecordException.Reason;
import dev.dateline.schema.Contracts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads a record in Confluent's wire format: a zero byte, the id of the writer's schema (big-endian, 4 bytes),
 * the record in Avro's binary encoding. A record written with another version of the schema is resolved to ours.
 *
 * <p>Null stays null when written (a tombstone) and is refused when read: topics whose values may be null are read by those
 * who expect it. Thread-safe.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/">wire format</a>
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T>, Serializer<T>, Deserializer<T> {
    private static final byte MARKER = 0;
    private static final int HEADER = 5;

    static {
        Contracts.trust();
    }

    private final Schema schema;
    private final SchemaIds ids;
    private final SpecificDatumWriter<T> writer;
    private final Map<Integer, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();

    public AvroSerde(Class<T> type, SchemaIds ids) {
        this.schema = SpecificData.get().getSchema(type);
        this.ids = ids;
        this.writer = new SpecificDatumWriter<>(schema);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        var bytes = new ByteArrayOutputStream(1024);
        bytes.write(MARKER);
        bytes.writeBytes(
                ByteBuffer.allocate(HEADER - 1).putInt(ids.idOf(topic, schema)).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            writer.write(value, encoder);
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException(schema.getName() + " for " + topic + " cannot be written", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new UnreadableRecordException(Reason.NULL_VALUE, "the value is null");
        }
        if (bytes.length < HEADER || bytes[0] != MARKER) {
            throw new UnreadableRecordException(Reason.BAD_MARKER, "the value does not begin with a schema id");
        }
        var reader =
                readers.computeIfAbsent(ByteBuffer.wrap(bytes, 1, HEADER - 1).getInt(), this::reader);
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
        try {
            return reader.read(null, decoder);
        } catch (IOException | RuntimeException e) {
            // Avro's decoders answer hostile bytes with many kinds of RuntimeException
            throw new UnreadableRecordException(
                    Reason.MALFORMED, "the value does not follow the schema of " + schema.getName(), e);
        }
    }

    private SpecificDatumReader<T> reader(int id) {
        return new SpecificDatumReader<>(ids.schemaOf(id), schema);
    }

    @Override
    public Serializer<T> serializer() {
        return this;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}

    @Override
    public void close() {}
}
