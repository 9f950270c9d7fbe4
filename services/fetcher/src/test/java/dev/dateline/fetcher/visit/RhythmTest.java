package dev.dateline.fetcher.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.SourceRhythm;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void shouldKnowThatAnOutletSleepsAtNight() {
        var rhythm = days(5, Duration.ofMinutes(20));
        var evening = rhythm.getLastArticle();
        assertThat(Rhythm.silence(rhythm, evening.plus(Duration.ofHours(8)))).isBetween(0.9, 1.3);
        assertThat(Rhythm.silence(rhythm, evening.plus(Duration.ofHours(26)))).isGreaterThan(3);
    }

    @Test
    void shouldSayNothingBeforeThereIsAHabit() {
        assertThat(Rhythm.silence(null, MONDAY)).isNaN();
        var rhythm = Rhythm.after(null, MONDAY);
        assertThat(Rhythm.silence(rhythm, MONDAY.plus(Duration.ofDays(30)))).isNaN();
        assertThat(Rhythm.flood(rhythm, MONDAY)).isNaN();
    }

    @Test
    void shouldForgetOneLongSilence() {
        var rhythm = days(3, Duration.ofMinutes(20));
        var back = rhythm.getLastArticle().plus(Duration.ofDays(6));
        var after = Rhythm.after(rhythm, back);
        assertThat(Duration.ofSeconds((long) after.getLongestGap())).isEqualTo(Duration.ofDays(6));
        for (int day = 0; day < 28; day++) {
            after = day(after, back.plus(Duration.ofDays(day)), Duration.ofMinutes(20));
        }
        assertThat(Rhythm.silence(after, after.getLastArticle().plus(Duration.ofHours(26))))
                .isGreaterThan(2.5);
    }

    @Test
    void shouldTellFloodFromBusyHour() {
        var rhythm = days(5, Duration.ofMinutes(10));
        var morning = MONDAY.plus(Duration.ofDays(5)).plus(Duration.ofHours(9));
        for (int number = 0; number < 12; number++) {
            rhythm = Rhythm.after(rhythm, morning.plusSeconds(number));
        }
        assertThat(Rhythm.flood(rhythm, morning.plusSeconds(60))).isLessThan(3);
        for (int number = 0; number < 80; number++) {
            rhythm = Rhythm.after(rhythm, morning.plusSeconds(100 + number));
        }
        assertThat(Rhythm.flood(rhythm, morning.plusSeconds(300))).isGreaterThan(10);
        assertThat(Rhythm.flood(rhythm, morning.plus(Duration.ofHours(2)))).isZero();
    }

    @Test
    void shouldForgetABusyHourOfASourceThatNeverPauses() {
        var rhythm = days(5, Duration.ofMinutes(10));
        var flood = rhythm.getLastArticle().plus(Duration.ofHours(1));
        for (int number = 0; number < 200; number++) {
            rhythm = Rhythm.after(rhythm, flood.plusSeconds(number));
        }
        for (int minute = 60; minute <= Duration.ofDays(16).toMinutes(); minute += 10) {
            rhythm = Rhythm.after(rhythm, flood.plus(Duration.ofMinutes(minute)));
        }
        assertThat(rhythm.getBusiestHour()).as("four half-lives").isBetween(10.0, 15.0);
    }

    @Test
    void shouldBearClocksThatGoBack() {
        var rhythm = Rhythm.after(Rhythm.after(null, MONDAY), MONDAY.minusSeconds(90));
        assertThat(rhythm.getLastArticle()).isEqualTo(MONDAY);
        assertThat(rhythm.getLongestGap()).isZero();
    }

    /** Articles from six in the morning to ten at night. */
    private static SourceRhythm days(int days, Duration every) {
        @Nullable SourceRhythm rhythm = null;
        for (int day = 0; day < days; day++) {
            rhythm = day(rhythm, MONDAY.plus(Duration.ofDays(day)), every);
        }
        return rhythm;
    }

    private static SourceRhythm day(@Nullable SourceRhythm before, Instant midnight, Duration every) {
        var rhythm = before;
        var end = midnight.plus(Duration.ofHours(22));
        for (var at = midnight.plus(Duration.ofHours(6)); !at.isAfter(end); at = at.plus(every)) {
            rhythm = Rhythm.after(rhythm, at);
        }
        return rhythm;
    }
}
