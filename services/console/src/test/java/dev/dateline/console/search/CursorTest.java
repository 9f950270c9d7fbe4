package dev.dateline.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void shouldComeBackAsItWent() {
        var cursor = new Cursor(Instant.parse("2026-03-01T12:00:00.123456Z"), "7f00ab");

        assertThat(Cursor.parse(cursor.text())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "????", "AAAA", "AAAAAAAAAAA", "ä"})
    void shouldRefuseWhatItNeverWrote(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }

    @Test
    void shouldRefuseTimesAndIdsThatPostgresDoesNotTake() {
        var nul = new Cursor(Instant.EPOCH, "a\0b");
        var late = Base64.getUrlEncoder().encodeToString(new byte[] {127, 1, 1, 1, 1, 1, 1, 1, 'a'});
        var broken = Base64.getUrlEncoder().encodeToString(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xFF});

        assertThat(Cursor.parse(nul.text())).isEmpty();
        assertThat(Cursor.parse(late)).isEmpty();
        assertThat(Cursor.parse(broken)).isEmpty();
    }
}
