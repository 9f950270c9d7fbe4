package dev.dateline.pipeline.dedup;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * What the deduplicator can be told. Two programs with the same log give the same verdicts only with the same settings.
 *
 * @param horizon event times of copies lie at most this far apart, and an article can be found as a match for this
 *     long after it was read, by the log's own time; {@link #NO_HORIZON} for always
 * @param retention how long an untouched story is remembered with all that comparing and naming its articles takes, by the log's
 *     own time; at least the horizon
 * @param versionRetention how long its articles are known after that last touch, so that an edit is none new; at least the retention
 * @param neverCompared sources that have neither copies nor originals
 * @param neverComparedPairs pairs of sources of which neither copies the other
 */
public record DeduplicatorConfig(
        Duration horizon,
        Duration retention,
        Duration versionRetention,
        Set<String> neverCompared,
        Set<SourcePair> neverComparedPairs) {
    public static final Duration DEFAULT_HORIZON = Duration.ofDays(7);
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(30);
    public static final Duration DEFAULT_VERSION_RETENTION = Duration.ofDays(120);
    public static final Duration NO_HORIZON = ChronoUnit.FOREVER.getDuration();

    public static final DeduplicatorConfig DEFAULT =
            new DeduplicatorConfig(DEFAULT_HORIZON, DEFAULT_RETENTION, DEFAULT_VERSION_RETENTION, Set.of(), Set.of());

    public DeduplicatorConfig {
        if (horizon.isNegative() || retention.compareTo(horizon) < 0 || versionRetention.compareTo(retention) < 0) {
            throw new IllegalArgumentException("0 <= horizon <= retention <= version retention does not hold: "
                    + horizon + ", " + retention + ", " + versionRetention);
        }
        neverCompared = Set.copyOf(neverCompared);
        neverComparedPairs = Set.copyOf(neverComparedPairs);
    }

    /** Says whether articles of two sources, of which each is compared at all, may be compared with one another; symmetric. */
    boolean comparesPair(String source, String other) {
        return neverComparedPairs.isEmpty() || !neverComparedPairs.contains(SourcePair.of(source, other));
    }

    /** Two sources, in the order of their names. */
    public record SourcePair(String first, String second) {
        /** Makes a pair of two sources in either order. */
        public static SourcePair of(String one, String other) {
            return one.compareTo(other) <= 0 ? new SourcePair(one, other) : new SourcePair(other, one);
        }
    }
}
