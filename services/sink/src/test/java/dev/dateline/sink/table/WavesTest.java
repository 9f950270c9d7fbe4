package dev.dateline.sink.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WavesTest {
    @Test
    void shouldPutNoKeyTwiceIntoAPartAndKeepTheOrderOfEach() {
        var waves = Waves.of(List.of("a1", "b1", "a2", "c1", "a3", "b2"), value -> value.charAt(0));

        assertThat(waves).containsExactly(List.of("a1", "b1", "c1"), List.of("a2", "b2"), List.of("a3"));
    }

    @Test
    void shouldHaveNoPartsOfNothing() {
        assertThat(Waves.of(List.of(), value -> value)).isEmpty();
    }
}
