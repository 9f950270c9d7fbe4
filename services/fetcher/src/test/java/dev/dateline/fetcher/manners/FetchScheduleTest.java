package dev.dateline.fetcher.manners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.FakeClock;
import dev.dateline.fetcher.manners.FetchSchedule.Ready;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FetchScheduleTest {
    private static final Duration SPACING = Duration.ofSeconds(1);

    private final FakeClock clock = new FakeClock();
    private final HostGate gate = new HostGate(
            new Politeness(SPACING, Duration.ZERO, Duration.ofMinutes(1), Duration.ofHours(6)), clock, new Random(1));
    private final FetchSchedule<String> schedule = new FetchSchedule<>(gate, clock);

    @Test
    void shouldGiveNothingBeforeItIsDue() {
        schedule.add("a.example", FakeClock.START.plusSeconds(5), "a1");

        assertThat(schedule.poll()).isEmpty();
        assertThat(schedule.nextAt()).contains(FakeClock.START.plusSeconds(5));
        clock.advance(Duration.ofSeconds(5));
        assertThat(schedule.poll()).map(Ready::task).contains("a1");
        assertThat(schedule.size()).isZero();
    }

    @Test
    void shouldGiveLongestOverdueFirst() {
        schedule.add("a.example", FakeClock.START, "a1");
        schedule.add("b.example", FakeClock.START.minusSeconds(60), "b1");

        assertThat(schedule.poll()).map(Ready::task).contains("b1");
        assertThat(schedule.poll()).map(Ready::task).contains("a1");
    }

    @Test
    void shouldKeepOrderWithinHost() {
        schedule.add("a.example", FakeClock.START, "first");
        schedule.add("a.example", FakeClock.START, "second");

        assertThat(schedule.poll()).map(Ready::task).contains("first");
    }

    @Test
    void shouldNotLetBusyHostHoldBackTheRest() {
        schedule.add("a.example", FakeClock.START, "a1");
        schedule.add("a.example", FakeClock.START, "a2");
        schedule.add("b.example", FakeClock.START, "b1");

        assertThat(schedule.poll()).map(Ready::task).contains("a1");
        assertThat(schedule.poll()).map(Ready::task).contains("b1");
        assertThat(schedule.poll()).isEmpty();
        assertThat(schedule.nextAt()).isEmpty();
    }

    @Test
    void shouldSpaceTasksOfOneHost() {
        schedule.add("a.example", FakeClock.START, "a1");
        schedule.add("a.example", FakeClock.START, "a2");
        finish(schedule.poll().orElseThrow());

        assertThat(schedule.poll()).isEmpty();
        assertThat(schedule.nextAt()).contains(FakeClock.START.plus(SPACING));
        clock.advance(SPACING);
        assertThat(schedule.poll()).map(Ready::task).contains("a2");
    }

    @Test
    void shouldWaitAsLongAsRefusingHostAsks() {
        schedule.add("a.example", FakeClock.START, "a1");
        schedule.add("a.example", FakeClock.START, "a2");
        var first = schedule.poll().orElseThrow();
        gate.leftRefused(first.host(), Duration.ofMinutes(10));
        schedule.done(first);

        assertThat(schedule.nextAt()).contains(FakeClock.START.plus(Duration.ofMinutes(10)));
    }

    @Test
    void shouldLookAgainWhenSomebodyElseHasTheTurn() {
        assertThat(gate.tryEnter("a.example")).isTrue();
        schedule.add("a.example", FakeClock.START, "a1");
        clock.advance(SPACING);

        assertThat(schedule.poll()).isEmpty();
        gate.left("a.example");
        clock.advance(SPACING);
        assertThat(schedule.poll()).map(Ready::task).contains("a1");
    }

    @Test
    void shouldRunEveryTaskOnceAndSpacedWhateverTheOrder() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            schedule.add(
                    "h" + random.nextInt(20) + ".example", FakeClock.START.plusSeconds(random.nextInt(30)), "t" + i);
        }
        var lastEnd = new HashMap<String, Instant>();
        int run = 0;
        while (schedule.size() > 0) {
            var ready = schedule.poll();
            if (ready.isEmpty()) {
                clock.advance(
                        Duration.between(clock.instant(), schedule.nextAt().orElseThrow()));
                continue;
            }
            var earliest = lastEnd.getOrDefault(ready.get().host(), Instant.MIN).plus(SPACING);
            assertThat(clock.instant())
                    .isAfterOrEqualTo(earliest)
                    .isAfterOrEqualTo(ready.get().due());
            clock.advance(Duration.ofMillis(random.nextInt(20)));
            lastEnd.put(ready.get().host(), clock.instant());
            finish(ready.get());
            run++;
        }
        assertThat(run).isEqualTo(500);
    }

    private void finish(Ready<String> ready) {
        gate.left(ready.host());
        schedule.done(ready);
    }
}
