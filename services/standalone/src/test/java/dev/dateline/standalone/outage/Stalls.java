package dev.dateline.standalone.outage;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** How long nothing arrived where articles end. */
final class Stalls {
    private static final String LONGEST = """
            SELECT coalesce(max(extract(epoch FROM gap)), 0)
              FROM (SELECT at - lag(at, 1, ?) OVER (ORDER BY at) AS gap
                      FROM (SELECT stored_at AS at FROM article_version UNION ALL SELECT stored_at FROM duplicate UNION ALL SELECT ?) stored
                     WHERE at BETWEEN ? AND ?) gaps""";

    private Stalls() {}

    /** The longest time in which the database got no article, while there were some every second. */
    static Duration longest(String databaseUrl, Instant from, Instant until) throws SQLException {
        try (var database = DriverManager.getConnection(databaseUrl);
                var statement = database.prepareStatement(LONGEST)) {
            statement.setTimestamp(1, Timestamp.from(from));
            statement.setTimestamp(2, Timestamp.from(until));
            statement.setTimestamp(3, Timestamp.from(from));
            statement.setTimestamp(4, Timestamp.from(until));
            try (var row = statement.executeQuery()) {
                row.next();
                return Duration.ofMillis(Math.round(row.getDouble(1) * 1_000));
            }
        }
    }
}
