package dev.dateline.sink;

import java.time.Duration;

/** Waits that double from a short one to a longest one. */
final class BackOff {
    private static final Duration FIRST = Duration.ofMillis(100);

    private final Duration longest;
    private Duration next = FIRST;

    BackOff(Duration longest) {
        this.longest = longest;
    }

    /** Gives the wait before the next try. */
    Duration next() {
        var wait = next;
        var twice = next.multipliedBy(2);
        next = twice.compareTo(longest) > 0 ? longest : twice;
        return wait;
    }

    void reset() {
        next = FIRST;
    }
}
