package dev.dateline.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.kafka.serde.UnreadableRecordException.Reason;
import dev.dateline.schema.RawArticle;
import dev.dateline.testkit.Articles;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
    private static final String TOPIC = "news.article.raw.v1";

    private final AvroSerde<RawArticle> serde =
            new AvroSerde<>(RawArticle.class, new BundledSchemaIds(ReleasedSchemas.load()));
    private final RawArticle article = Articles.raw("a", "<p>Hello</p>").build();

    @Test
    void shouldReadWhatItWrites() {
        assertThat(serde.deserialize(TOPIC, serde.serialize(TOPIC, article))).isEqualTo(article);
    }

    @Test
    void shouldWriteTheConfluentWireFormat() {
        var bytes = ByteBuffer.wrap(serde.serialize(TOPIC, article));
        var releases = ReleasedSchemas.load().of("RawArticle");
        assertThat(bytes.get()).isZero();
        assertThat(bytes.getInt()).isEqualTo(releases.get(releases.size() - 1).id());
    }

    @Test
    void shouldWriteATombstoneForNull() {
        assertThat(serde.serialize(TOPIC, null)).isNull();
    }

    @Test
    void shouldSayWhatIsWrongWithBytes() {
        var good = serde.serialize(TOPIC, article);
        var unknown = ByteBuffer.wrap(good.clone()).putInt(1, 999_999).array();
        assertThat(reason(null)).isEqualTo(Reason.NULL_VALUE);
        assertThat(reason(new byte[] {1, 2})).isEqualTo(Reason.BAD_MARKER);
        assertThat(reason("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(Reason.BAD_MARKER);
        assertThat(reason(unknown)).isEqualTo(Reason.UNKNOWN_SCHEMA);
        assertThat(reason(Arrays.copyOf(good, good.length / 2))).isEqualTo(Reason.MALFORMED);
    }

    private Reason reason(byte[] bytes) {
        return catchThrowableOfType(UnreadableRecordException.class, () -> serde.deserialize(TOPIC, bytes))
                .reason();
    }
}
