package dev.dateline.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.kafka.serde.ReleasedSchemas.Release;
import dev.dateline.schema.Contracts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What any release has written stays readable for the classes of today, by the id in its first bytes. */
class ReleasedBytesTest {
    private static final ReleasedSchemas RELEASED = ReleasedSchemas.load();

    static List<Release> releases() {
        return RELEASED.all();
    }

    @BeforeAll
    static void trustOurClasses() {
        Contracts.trust();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void shouldReadTheRecordsOfEveryRelease(Release release) throws IOException {
        var type = SpecificData.get()
                .getClass(new Schema.Parser().parse(release.schema()))
                .asSubclass(SpecificRecord.class);
        var serde = new AvroSerde<>(type, new BundledSchemaIds(RELEASED));

        var record = serde.deserialize("any", recordOf(release));

        assertThat(record).isInstanceOf(type);
        assertThat(serde.deserialize("any", serde.serialize("any", record))).isEqualTo(record);
    }

    /** A record as it stands in a topic: the sample behind the header of the wire format. */
    private static byte[] recordOf(Release release) throws IOException {
        var file = "/dateline/released/" + release.record() + "/" + release.version() + ".bin";
        try (var sample = ReleasedBytesTest.class.getResourceAsStream(file)) {
            var bytes = sample.readAllBytes();
            return ByteBuffer.allocate(5 + bytes.length)
                    .put((byte) 0)
                    .putInt(release.id())
                    .put(bytes)
                    .array();
        }
    }
}
