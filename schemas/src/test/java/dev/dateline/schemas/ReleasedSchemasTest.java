package dev.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.Releases.Release;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {
    static List<String> contracts() throws IOException {
        return Releases.contracts();
    }

    static List<Release> releases() throws IOException {
        return Releases.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldHaveReleasedWhatIsCompiled(String record) throws IOException {
        var releases = Releases.of(record);
        assertThat(releases).as("run the release of schemas/README.md").isNotEmpty();
        assertThat(releases.get(releases.size() - 1).schema())
                .as("avro/ changed: run the release of schemas/README.md")
                .isEqualTo(Releases.compiled(record));
    }

    /** FULL_TRANSITIVE: any version can read what any other has written. */
    @ParameterizedTest
    @MethodSource("contracts")
    void shouldReadEveryVersionWithEveryOther(String record) throws IOException {
        for (var reader : Releases.of(record)) {
            for (var writer : Releases.of(record)) {
                var result = SchemaCompatibility.checkReaderWriterCompatibility(reader.schema(), writer.schema());
                assertThat(result.getType())
                        .as("%s %d reads %d: %s", record, reader.version(), writer.version(), result.getResult())
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            }
        }
    }

    /** Golden bytes: what was written by a release can be read for ever, and is still written the same. */
    @ParameterizedTest
    @MethodSource("releases")
    void shouldReadTheBytesOfEveryRelease(Release release) throws IOException {
        var bytes = Files.readAllBytes(release.sampleFile());
        assertThat(read(bytes, release.schema(), Releases.compiled(release.record())))
                .isNotNull();
        assertThat(write(read(bytes, release.schema(), release.schema()), release.schema()))
                .isEqualTo(bytes);
    }

    /** The same bytes for every other release: the one before reads what is new, the one after what is old. */
    @ParameterizedTest
    @MethodSource("releases")
    void shouldFindInTheBytesOfAReleaseWhatItWroteWithEveryOther(Release release) throws IOException {
        verify(Files.readAllBytes(release.sampleFile()), release.schema(), schemasOf(release.record()));
    }

    /** One sample meets few symbols and few empty fields: many random records of each release. */
    @ParameterizedTest
    @MethodSource("releases")
    void shouldFindInRandomRecordsWhatWasWritten(Release release) throws IOException {
        var writer = release.schema();
        var readers = schemasOf(release.record());
        for (var seed = 0; seed < 50; seed++) {
            verify(ReleaseSchemas.sample(writer, seed), writer, readers);
        }
    }

    private static List<Schema> schemasOf(String record) throws IOException {
        var schemas = new ArrayList<Schema>();
        for (var release : Releases.of(record)) {
            schemas.add(release.schema());
        }
        return schemas;
    }

    private static void verify(byte[] bytes, Schema writer, List<Schema> readers) throws IOException {
        var written = read(bytes, writer, writer);
        for (var reader : readers) {
            SharedFields.verify(written, writer, read(bytes, writer, reader), reader);
        }
    }

    /** Bytes alone do not show that a default or a comment was changed. */
    @Test
    void shouldNeverChangeAReleasedFile() throws IOException {
        var sums = Releases.sums();
        for (var release : Releases.all()) {
            for (var file : List.of(release.schemaFile(), release.sampleFile())) {
                assertThat(sums).as("a released file is never edited").containsEntry(file, Releases.sumOf(file));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldDocumentEveryRecord(String record) {
        assertThat(Releases.compiled(record).getDoc()).isNotBlank();
    }

    private static Object read(byte[] bytes, Schema writer, Schema reader) throws IOException {
        return new GenericDatumReader<>(writer, reader)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }

    private static byte[] write(Object value, Schema schema) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
