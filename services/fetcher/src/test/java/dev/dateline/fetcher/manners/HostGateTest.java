package dev.dateline.fetcher.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.fetcher.FakeClock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostGateTest {
    private static final Politeness WITHOUT_JITTER =
            new Politeness(Duration.ofSeconds(1), Duration.ZERO, Duration.ofMinutes(1), Duration.ofHours(6));

    private final FakeClock clock = new FakeClock();
    private final HostGate gate = new HostGate(WITHOUT_JITTER, clock, new Random(1));

    @Test
    void shouldLetOneRequestThroughAtATime() {
        assertThat(gate.tryEnter("a.example")).isTrue();

        assertThat(gate.tryEnter("a.example")).isFalse();
        assertThat(gate.tryEnter("b.example")).isTrue();
        assertThat(gate.freeAt("a.example")).isNull();
    }

    @Test
    void shouldSpaceRequests() {
        visit("a.example");

        clock.advance(Duration.ofMillis(999));
        assertThat(gate.tryEnter("a.example")).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(gate.tryEnter("a.example")).isTrue();
    }

    @Test
    void shouldAddJitterAtMostAsLargeAsSaid() {
        var jittery = new HostGate(Politeness.DEFAULT, clock, new Random(1));

        assertThat(jittery.tryEnter("a.example")).isTrue();
        jittery.left("a.example");

        assertThat(jittery.freeAt("a.example"))
                .isBetween(FakeClock.START.plusMillis(1_000), FakeClock.START.plusMillis(1_500));
    }

    @Test
    void shouldSpaceAHostAsItsMostCarefulSourceWants() {
        gate.spacing("a.example", "careful", Duration.ofSeconds(20));
        gate.spacing("a.example", "quick", Duration.ofMillis(1));
        visit("a.example");
        assertThat(gate.freeAt("a.example")).isEqualTo(FakeClock.START.plusSeconds(20));

        clock.advance(Duration.ofSeconds(20));
        gate.forget("careful");
        visit("a.example");

        assertThat(gate.freeAt("a.example")).isEqualTo(clock.instant().plusSeconds(1));
    }

    @Test
    void shouldNotPauseAfterATurnThatNothingWasAskedIn() {
        assertThat(gate.tryEnter("a.example")).isTrue();

        gate.leftUnasked("a.example");

        assertThat(gate.tryEnter("a.example")).isTrue();
    }

    @Test
    void shouldHonourCrawlDelay() {
        gate.crawlDelay("a.example", "https://a.example", Duration.ofSeconds(30));
        visit("a.example");

        assertThat(gate.freeAt("a.example")).isEqualTo(FakeClock.START.plusSeconds(30));
    }

    @Test
    void shouldHonourTheLongestCrawlDelayOfAHostWithSeveralOrigins() {
        gate.crawlDelay("a.example", "https://a.example", Duration.ofSeconds(30));
        gate.crawlDelay("a.example", "https://m.a.example", null);
        visit("a.example");

        assertThat(gate.freeAt("a.example")).isEqualTo(FakeClock.START.plusSeconds(30));
    }

    @Test
    void shouldNotGoBelowOwnSpacingForShortCrawlDelay() {
        gate.crawlDelay("a.example", "https://a.example", Duration.ofMillis(10));
        visit("a.example");

        assertThat(gate.freeAt("a.example")).isEqualTo(FakeClock.START.plusSeconds(1));
    }

    @Test
    void shouldHonourRetryAfter() {
        refuse("a.example", Duration.ofSeconds(120));

        assertThat(gate.freeAt("a.example")).isEqualTo(FakeClock.START.plusSeconds(120));
    }

    @Test
    void shouldBackOffTwiceAsLongEachTimeWithoutRetryAfter() {
        assertThat(pauseAfterRefusal()).isEqualTo(Duration.ofMinutes(1));
        assertThat(pauseAfterRefusal()).isEqualTo(Duration.ofMinutes(2));
        assertThat(pauseAfterRefusal()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void shouldNotBackOffLongerThanSaid() {
        for (int i = 0; i < 40; i++) {
            pauseAfterRefusal();
        }

        assertThat(pauseAfterRefusal()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void shouldStartBackOffAnewAfterGoodAnswer() {
        pauseAfterRefusal();
        visit("a.example");
        clock.advance(Duration.ofSeconds(1));

        assertThat(pauseAfterRefusal()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void shouldNotTakeBackTurnThatNobodyHas() {
        assertThatThrownBy(() -> gate.left("a.example")).isInstanceOf(IllegalStateException.class);
    }

    private void visit(String host) {
        assertThat(gate.tryEnter(host)).isTrue();
        gate.left(host);
    }

    private void refuse(String host, Duration retryAfter) {
        assertThat(gate.tryEnter(host)).isTrue();
        gate.leftRefused(host, retryAfter);
    }

    private Duration pauseAfterRefusal() {
        refuse("a.example", null);
        var pause = Duration.between(clock.instant(), gate.freeAt("a.example"));
        clock.advance(pause);
        return pause;
    }
}
