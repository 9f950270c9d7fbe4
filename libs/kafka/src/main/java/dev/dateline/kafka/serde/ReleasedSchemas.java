package dev.dateline.kafka.serde;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.dateline.schema.Contracts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Every released version of every schema with its fixed id, as kept in schemas/released. */
public final class ReleasedSchemas {
    private static final String FOLDER = "/dateline/released/";

    static {
        Contracts.trust();
    }

    private final List<Release> releases;

    /**
     * A released version.
     *
     * @param id as written in records; never used again for anything else
     * @param record name of the record
     * @param version counts from 1
     * @param schema the schema in Avro's JSON
     */
    public record Release(int id, String record, int version, String schema) {}

    private record Entry(
            @JsonProperty(required = true) int id,
            @JsonProperty(required = true) String record,
            @JsonProperty(required = true) int version) {}

    private ReleasedSchemas(List<Release> releases) {
        this.releases = List.copyOf(releases);
    }

    /** Reads the releases from the schemas jar. */
    public static ReleasedSchemas load() {
        try (var index = open("ids.yaml")) {
            var entries = new ObjectMapper(new YAMLFactory()).readValue(index, Entry[].class);
            return new ReleasedSchemas(
                    List.of(entries).stream().map(ReleasedSchemas::read).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + "ids.yaml cannot be read", e);
        }
    }

    public List<Release> all() {
        return releases;
    }

    /** The versions of a record, oldest first. */
    public List<Release> of(String record) {
        return releases.stream()
                .filter(release -> release.record().equals(record))
                .toList();
    }

    /** The schema of a record as this program was compiled with it, which is how it writes. */
    public Schema compiled(String record) {
        var versions = of(record);
        var latest = new Schema.Parser().parse(versions.get(versions.size() - 1).schema());
        return SpecificData.get().getSchema(SpecificData.get().getClass(latest));
    }

    private static Release read(Entry entry) {
        var name = entry.record() + "/" + entry.version() + ".avsc";
        try (var stream = open(name)) {
            var json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Release(
                    entry.id(),
                    entry.record(),
                    entry.version(),
                    new Schema.Parser().parse(json).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + name + " cannot be read", e);
        }
    }

    private static InputStream open(String name) {
        var stream = ReleasedSchemas.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new IllegalStateException(FOLDER + name + " is not on the class path");
        }
        return stream;
    }
}
