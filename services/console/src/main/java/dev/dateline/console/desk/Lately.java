package dev.dateline.console.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was measured in the last ten minutes, as far as it is kept. Thread-safe. */
final class Lately {
    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int CAPACITY = 1_000;

    private final Clock clock;
    private final Deque<Measured> values = new ArrayDeque<>();

    private record Measured(Instant at, long value) {}

    Lately(Clock clock) {
        this.clock = clock;
    }

    /** Notes a value of some moment; the oldest goes when there are too many. */
    synchronized void add(Instant at, long value) {
        values.addLast(new Measured(at, value));
        if (values.size() > CAPACITY) {
            values.removeFirst();
        }
    }

    /** How many values are from the last ten minutes. */
    synchronized int count() {
        return recent().length;
    }

    /** The value that 95 of 100 do not exceed; null without any. */
    synchronized @Nullable Long p95() {
        var sorted = recent();
        Arrays.sort(sorted);
        return sorted.length == 0 ? null : sorted[(sorted.length * 95 + 99) / 100 - 1];
    }

    private long[] recent() {
        var oldest = clock.instant().minus(WINDOW);
        return values.stream()
                .filter(measured -> measured.at().isAfter(oldest))
                .mapToLong(Measured::value)
                .toArray();
    }
}
