package dev.dateline.sink;

import dev.dateline.sink.SinkConfig.Keeping;
import dev.dateline.sink.table.DispositionTable;
import dev.dateline.sink.table.OldArticles;
import dev.dateline.sink.table.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Keeps the tables bounded: now and then makes the months ahead, drops those that are over, and deletes what is too old of the tables that
 * have no months, a little at a time.
 */
final class Retention {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    /** Well above the 350 a minute that come at 500,000 articles a day. */
    private static final int ARTICLES_AT_ONCE = 1_000;

    private final Keeping keeping;
    private final Clock clock;
    private Instant due = Instant.MIN;

    Retention(Keeping keeping, Clock clock) {
        this.keeping = keeping;
        this.clock = clock;
    }

    boolean isDue() {
        return !clock.instant().isBefore(due);
    }

    /** Does it, in transactions of its own. */
    void apply(Connection connection) throws SQLException {
        var now = clock.instant();
        for (var months : List.of(DispositionTable.MONTHS, VersionTable.MONTHS)) {
            months.addAhead(connection, now);
        }
        DispositionTable.MONTHS.dropBefore(connection, now.minus(keeping.dispositions()));
        VersionTable.MONTHS.dropBefore(connection, now.minus(keeping.versions()));
        if (keeping.articles().isPresent()) {
            OldArticles.deleteBefore(connection, now.minus(keeping.articles().get()), ARTICLES_AT_ONCE);
        }
        due = now.plus(INTERVAL);
    }
}
