package dev.dateline.console.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LagClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final LagClock clock = new LagClock();

    @Test
    void shouldTellSinceWhenTheOldestUnreadRecordIsThere() {
        assertThat(behind(5, 5, 0)).isZero();
        assertThat(behind(5, 8, 3)).isZero();
        assertThat(behind(5, 12, 6)).hasSeconds(3);
        assertThat(behind(7, 12, 9)).as("8 was there at 3").hasSeconds(6);
        assertThat(behind(8, 12, 12)).as("9 came at 6").hasSeconds(6);
        assertThat(behind(12, 12, 15)).isZero();
    }

    @Test
    void shouldGrowWhileTheReaderStandsStill() {
        behind(0, 1, 0);
        for (int second = 1; second <= 100_000; second++) {
            behind(0, 1 + second, second);
        }
        assertThat(behind(0, 200_000, 100_001)).hasSeconds(100_001);
        assertThat(behind(50_000, 200_000, 100_002).toSeconds())
                .as("what was thinned out costs precision only")
                .isBetween(49_000L, 52_000L);
    }

    private Duration behind(long position, long end, int second) {
        return clock.behind(position, end, NOON.plusSeconds(second));
    }
}
