package dev.dateline.standalone.keep;

import dev.dateline.schema.Contracts;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records of a topic in an Avro object container file. It has its schema in itself, so it needs no registry, any Avro tool shows it,
 * and a later version reads it by the rules by which it reads the topic.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#object-container-files">object container files</a>
 */
final class TopicFile<V extends SpecificRecord> {
    private static final String KEY = "key";
    private static final String TIMESTAMP = "timestamp";
    private static final String VALUE = "value";

    static {
        Contracts.trust();
    }

    private final File file;
    private final Class<V> type;
    private final Schema schema;
    private final SpecificData model;

    /**
     * A record of it.
     *
     * @param timestamp its time in Kafka, in milliseconds
     */
    record Saved<V>(String key, long timestamp, V value) {}

    TopicFile(File file, Class<V> type) {
        this.file = file;
        this.type = type;
        this.model = SpecificData.getForClass(type);
        this.schema = SchemaBuilder.record("Saved")
                .namespace("dateline.saved")
                .fields()
                .requiredString(KEY)
                .requiredLong(TIMESTAMP)
                .name(VALUE)
                .type(model.getSchema(type))
                .noDefault()
                .endRecord();
    }

    void write(Collection<Saved<V>> records) throws IOException {
        try (var writer = new DataFileWriter<GenericRecord>(new SpecificDatumWriter<>(schema, model))) {
            writer.create(schema, file);
            for (var saved : records) {
                writer.append(new GenericRecordBuilder(schema)
                        .set(KEY, saved.key())
                        .set(TIMESTAMP, saved.timestamp())
                        .set(VALUE, saved.value())
                        .build());
            }
        }
    }

    List<Saved<V>> read() throws IOException {
        var records = new ArrayList<Saved<V>>();
        var datums = new SpecificDatumReader<GenericRecord>(null, schema, model);
        try (var reader = new DataFileReader<>(file, datums)) {
            for (var each : reader) {
                records.add(
                        new Saved<>(each.get(KEY).toString(), (Long) each.get(TIMESTAMP), type.cast(each.get(VALUE))));
            }
        }
        return records;
    }
}
