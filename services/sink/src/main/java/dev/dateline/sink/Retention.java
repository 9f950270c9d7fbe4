package dev.dateline.sink;

import dev.dateline.sink.table.DispositionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keeps the table of dispositions bounded: now and then deletes what is too old, a little at a time. */
final class Retention {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    /** At 500,000 articles a day and four stages about 1,400 traces a minute come; this is well above. */
    private static final int ROWS_AT_ONCE = 10_000;

    private final Duration age;
    private final Clock clock;
    private Instant due = Instant.MIN;

    Retention(Duration age, Clock clock) {
        this.age = age;
        this.clock = clock;
    }

    boolean isDue() {
        return !clock.instant().isBefore(due);
    }

    void apply(Connection connection) throws SQLException {
        var now = clock.instant();
        DispositionTable.deleteBefore(connection, now.minus(age), ROWS_AT_ONCE);
        connection.commit();
        due = now.plus(INTERVAL);
    }
}
