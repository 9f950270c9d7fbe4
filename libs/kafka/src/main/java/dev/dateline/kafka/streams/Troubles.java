package dev.dateline.kafka.streams;

import dev.dateline.runtime.Health;
import java.time.Duration;
import java.time.Instant;

/** Remembers how often the threads of an application have failed lately. Thread-safe. */
final class Troubles {
    /** More failures than this in a row, and the application gives up. */
    static final int MOST = 20;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** After so long without another one, failures are forgotten. */
    private static final Duration FORGIVEN = Duration.ofMinutes(5);

    private Instant last = Instant.EPOCH;
    private String what = "";
    private int inARow;

    /** Notes a failure; gives how many there were in a row. */
    synchronized int count(Instant now, Throwable failure) {
        inARow = now.isAfter(last.plus(FORGIVEN)) ? 1 : inARow + 1;
        last = now;
        what = failure.toString();
        return inARow;
    }

    /** How long to wait before the next try: a second, doubled with each failure, at most a minute. */
    static Duration pause(int failures) {
        var seconds = 1L << Math.min(failures - 1, 6);
        return seconds > LONGEST_PAUSE.toSeconds() ? LONGEST_PAUSE : Duration.ofSeconds(seconds);
    }

    /** The health of an application that runs. */
    synchronized Health health(Instant now) {
        return now.isAfter(last.plus(LONGEST_PAUSE)) ? Health.up("running") : Health.degraded("failed lately: " + what);
    }
}
