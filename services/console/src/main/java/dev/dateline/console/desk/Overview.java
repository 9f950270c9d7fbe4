package dev.dateline.console.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How everything is.
 *
 * @param state whether the figures are those of now
 * @param since time of the first record that was counted, or from when on records are read
 * @param asOf when these figures were taken
 * @param newest intake of the newest article
 * @param articles lines that are kept to look at
 * @param duplicates records on the topic of duplicates
 * @param unreadable records that could not be decoded and were skipped
 * @param unread records that the console itself has still to read
 * @param lag records that each service has still to read, by the name of its consumer group without its prefix; null when
 *     Kafka did not say
 * @param latencyMillis time from intake to the enriched topic that 95 of 100 articles of the last ten minutes kept; null
 *     when none came
 * @param deadLately dead letters of the last ten minutes
 */
public record Overview(
        State state,
        Instant since,
        Instant asOf,
        @Nullable Instant newest,
        int articles,
        long duplicates,
        long unreadable,
        long unread,
        @Nullable Map<String, Long> lag,
        @Nullable Long latencyMillis,
        int deadLately,
        List<StageCounts.Stage> stages) {

    /** Whether another one tells the same, whenever it was taken. */
    public boolean sameAs(Overview other) {
        return equals(other.takenAt(asOf));
    }

    private Overview takenAt(Instant moment) {
        return new Overview(
                state,
                since,
                moment,
                newest,
                articles,
                duplicates,
                unreadable,
                unread,
                lag,
                latencyMillis,
                deadLately,
                stages);
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
