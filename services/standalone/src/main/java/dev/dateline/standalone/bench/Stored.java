package dev.dateline.standalone.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the database says of the articles that came in, and of itself. */
final class Stored implements AutoCloseable {
    /** By the database's own counters, which are a second old at most: nothing is read for it. */
    private static final String ABOUT = """
            SELECT coalesce(sum(n_tup_ins), 0) FROM pg_stat_user_tables
             WHERE relname LIKE 'article\\_version\\_%' OR relname = 'duplicate'""";

    /** Each record leaves a trace at each stage that reads it. */
    private static final String DONE = """
            SELECT count(*) FILTER (WHERE stage = 'clean') AS cleaned,
                   count(*) FILTER (WHERE stage = 'clean' AND outcome = 'KEPT')
                       = count(*) FILTER (WHERE stage = 'dedup')
                   AND count(*) FILTER (WHERE stage = 'tag' AND outcome = 'KEPT')
                       = count(*) FILTER (WHERE stage = 'route')
                   AND count(*) FILTER (WHERE stage = 'tag' AND outcome = 'KEPT')
                       = (SELECT count(*) FROM article_version) AS whole
              FROM disposition""";

    private static final String LATENCY = """
            SELECT percentile_cont(ARRAY[0.5, 0.95, 0.99, 1.0]) WITHIN GROUP (ORDER BY spent)
              FROM (SELECT extract(epoch FROM pg_xact_commit_timestamp(xmin) - fetched_at)::float8 AS spent
                      FROM article_version WHERE fetched_at >= ?
                     UNION ALL
                    SELECT extract(epoch FROM pg_xact_commit_timestamp(xmin) - fetched_at)::float8
                      FROM duplicate WHERE fetched_at >= ?) stored""";

    private static final String SIZE = "SELECT pg_database_size(current_database())";
    private static final String PROCESS = "SELECT pg_backend_pid()";
    private static final String COUNTS =
            "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM article_version), (SELECT count(*) FROM duplicate)";

    private final Connection connection;
    private final ProcessHandle server;

    Stored(Connection connection) throws SQLException {
        this.connection = connection;
        this.server =
                ProcessHandle.of(number(PROCESS)).flatMap(ProcessHandle::parent).orElseThrow();
    }

    /** Counts versions and copies, without reading them. */
    long about() throws SQLException {
        return number(ABOUT);
    }

    /** Tells whether all of so many records are where they end. */
    boolean isDone(long records) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(DONE)) {
            row.next();
            return row.getLong("cleaned") == records && row.getBoolean("whole");
        }
    }

    /** Seconds from the fetch of an article to the commit of its row: the median, p95, p99 and the longest. */
    List<Double> latency(Timestamp since) throws SQLException {
        try (var statement = connection.prepareStatement(LATENCY)) {
            statement.setTimestamp(1, since);
            statement.setTimestamp(2, since);
            try (var row = statement.executeQuery()) {
                row.next();
                return List.of((Double[]) row.getArray(1).getArray());
            }
        }
    }

    /** Counts articles, their versions, and copies. */
    List<Long> counts() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(COUNTS)) {
            row.next();
            return List.of(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    long bytes() throws SQLException {
        return number(SIZE);
    }

    /** CPU time of the server and of its processes that live. */
    Duration cpu() {
        return Stream.concat(Stream.of(server), server.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
