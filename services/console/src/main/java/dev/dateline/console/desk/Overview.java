package dev.dateline.console.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How everything is.
 *
 * @param state whether the figures are those of now
 * @param since from when on records were read
 * @param asOf when these figures were taken
 * @param newest intake of the newest article
 * @param articles how many articles are kept to look at
 * @param duplicates records on the topic of duplicates
 * @param unreadable records that could not be decoded and were skipped
 * @param lag records that are still to be read
 */
public record Overview(
        State state,
        Instant since,
        Instant asOf,
        @Nullable Instant newest,
        int articles,
        long duplicates,
        long unreadable,
        long lag,
        List<StageCounts.Stage> stages) {

    /** Whether another one tells the same, whenever it was taken. */
    public boolean sameAs(Overview other) {
        return equals(new Overview(
                other.state,
                other.since,
                asOf,
                other.newest,
                other.articles,
                other.duplicates,
                other.unreadable,
                other.lag,
                other.stages));
    }

    /** Whether the console sees what Kafka has. */
    public enum State {
        /** Reading what happened before it started. */
        CATCHING_UP,
        /** Up to date. */
        LIVE,
        /** Kafka does not answer. */
        CUT_OFF
    }
}
