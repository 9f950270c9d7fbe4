package dev.dateline.sink.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresTextTest {
    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "a\u0000b, ab",
        "a\ud83db, ab",
        "\ude00a, a",
        "a\ud83d, a",
        "\ude00\ud83d, ''",
        "\ud83d\ud83d\ude00, \ud83d\ude00",
        "\ud83d\ude00 stays, \ud83d\ude00 stays"
    })
    void shouldStripWhatPostgresRefuses(String text, String expected) {
        assertThat(PostgresText.clean(text)).isEqualTo(expected);
    }

    @Test
    void shouldGiveCleanTextBackAsItIs() {
        var text = "Алматы, 世界";

        assertThat(PostgresText.clean(text)).isSameAs(text);
    }
}
