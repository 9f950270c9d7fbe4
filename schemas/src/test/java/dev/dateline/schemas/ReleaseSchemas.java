package dev.dateline.schemas;

import dev.dateline.schemas.Releases.Release;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;

/**
 * Releases every contract that differs from its latest release: adds a version, gives it the next id, writes a sample and their digests.
 * Run from the folder schemas; schemas/README.md has the command.
 */
final class ReleaseSchemas {
    private ReleaseSchemas() {}

    public static void main(String[] args) throws IOException {
        var releases = Releases.all();
        for (var record : Releases.contracts()) {
            var schema = Releases.compiled(record);
            var earlier = Releases.of(record);
            if (!earlier.isEmpty() && earlier.get(earlier.size() - 1).schema().equals(schema)) {
                continue;
            }
            var id = releases.stream()
                            .map(Release::id)
                            .max(Comparator.naturalOrder())
                            .orElse(0)
                    + 1;
            var release = new Release(id, record, earlier.size() + 1);
            Files.createDirectories(release.schemaFile().getParent());
            Files.writeString(release.schemaFile(), schema.toString(true) + "\n");
            Files.write(release.sampleFile(), sample(schema, id));
            Releases.note(release.schemaFile());
            Releases.note(release.sampleFile());
            releases.add(release);
            System.out.println("released " + release);
        }
        var index = new StringBuilder(
                "# Every released version with the id that stands in records. Ids are never used again.\n");
        releases.forEach(release -> index.append(
                "- {id: %d, record: %s, version: %d}%n".formatted(release.id(), release.record(), release.version())));
        Files.writeString(Releases.FOLDER.resolve("ids.yaml"), index.toString());
    }

    /** A random record of the schema; the id is the seed, so that it can be made again. */
    static byte[] sample(Schema schema, int seed) throws IOException {
        var value = new RandomData(schema, 1, seed, true).iterator().next();
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
