package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void shouldDoubleUpToTheLongestAndBeginAgain() {
        var backOff = new BackOff(Duration.ofMillis(500));

        var waits =
                Stream.generate(backOff::next).limit(5).map(Duration::toMillis).toList();
        backOff.reset();

        assertThat(waits).containsExactly(100L, 200L, 400L, 500L, 500L);
        assertThat(backOff.next()).isEqualTo(Duration.ofMillis(100));
    }
}
