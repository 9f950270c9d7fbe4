package dev.dateline.standalone.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.postgresql.PGConnection;

/**
 * What no sink can be faster than: the rows that it wrote, put into a table without an index by PostgreSQL's own COPY, in one transaction.
 */
final class CopyReference {
    private static final String ROWS =
            "COPY (SELECT * FROM article ORDER BY article_id LIMIT 2000) TO STDOUT WITH (FORMAT binary)";
    private static final String TABLE = "CREATE TABLE bench_copy (LIKE article)";
    private static final String COPY = "COPY bench_copy FROM STDIN WITH (FORMAT binary)";
    private static final String GONE = "DROP TABLE bench_copy";
    private static final int ROUNDS = 10;

    private CopyReference() {}

    static Speed measure(Connection database, Supplier<Duration> cpu) throws SQLException, IOException {
        var copy = database.unwrap(PGConnection.class).getCopyAPI();
        var rows = new ByteArrayOutputStream();
        copy.copyOut(ROWS, rows);
        try (var statement = database.createStatement()) {
            statement.execute(TABLE);
            try {
                copy.copyIn(COPY, new ByteArrayInputStream(rows.toByteArray()));
                long copied = 0;
                var before = cpu.get();
                long start = System.nanoTime();
                for (int i = 0; i < ROUNDS; i++) {
                    copied += copy.copyIn(COPY, new ByteArrayInputStream(rows.toByteArray()));
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                double spent = cpu.get().minus(before).toNanos() / 1e9;
                return Speed.of(copied, (double) rows.size() * ROUNDS, seconds, spent);
            } finally {
                statement.execute(GONE);
            }
        }
    }
}
