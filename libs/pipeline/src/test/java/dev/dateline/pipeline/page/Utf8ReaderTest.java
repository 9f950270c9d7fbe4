package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ReaderTest {
    private static final String PAGE =
            "<p>Plain words, more of them than make a run of their own.</p>é<p>Күн жылуу 新闻 \uD83D\uDE00\uD83D\uDE00</p>";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 1_000})
    void shouldReadTheSameTextInPiecesOfAnySize(int size) throws IOException {
        var read = new StringBuilder();
        var piece = new char[size];
        try (var reader = new Utf8Reader(PAGE.getBytes(StandardCharsets.UTF_8))) {
            for (int count = reader.read(piece); count >= 0; count = reader.read(piece)) {
                read.append(piece, 0, count);
            }
        }

        assertThat(read).hasToString(PAGE);
    }
}
