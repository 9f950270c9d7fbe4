package dev.dateline.fetcher.visit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to stay away from an address that fails: the first pause, doubled with each failure in a row.
 *
 * @param first pause after the first failure
 * @param longest no pause of our own is longer
 */
public record BackOff(Duration first, Duration longest) {
    /** What the fetcher goes up to. */
    public static final Duration LONGEST = Duration.ofHours(6);

    private static final int MOST_DOUBLINGS = 20;

    /**
     * Gives the pause.
     *
     * @param failures in a row, this one included
     * @param asked pause that the server asked for, already capped; the longer of the two holds
     */
    public Duration after(int failures, @Nullable Duration asked) {
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        var own = doubled.compareTo(longest) > 0 ? longest : doubled;
        return asked != null && asked.compareTo(own) > 0 ? asked : own;
    }
}
