package dev.dateline.sink.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a table that is split by months (UTC), named such as {@code disposition_2026_11}. A month is made when its first row
 * comes, or ahead of it, and goes as a whole; several sinks may do both at once.
 *
 * @param table the whole
 */
public record Months(String table) {
    private static final Logger log = LoggerFactory.getLogger(Months.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu_MM");
    private static final String ADD = "SELECT add_month(?, month::timestamptz) FROM unnest(?::text[]) month";
    private static final String PARTS =
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = to_regclass(?)";
    /** Whoever waits for the lock keeps all others waiting behind; readers that take longer are let finish first. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Makes sure that rows of these times can be stored; works in the caller's transaction. */
    public void add(Connection connection, Stream<Instant> times) throws SQLException {
        var months = times.map(Months::month).distinct().sorted().toList();
        try (var statement = connection.prepareStatement(ADD)) {
            statement.setString(1, table);
            Rows.bind(statement, 2, months.stream().map(Months::firstDay).toList());
            statement.execute();
        }
    }

    /** Makes the month of a time and the next one, so that none is made while rows wait; commits. */
    public void addAhead(Connection connection, Instant now) throws SQLException {
        var next = month(now).plusMonths(1);
        add(
                connection,
                Stream.of(now, next.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
        connection.commit();
    }

    /** Drops the months that ended before a time, each in a transaction of its own; one that is being read stays until the next call. */
    public void dropBefore(Connection connection, Instant time) throws SQLException {
        for (var part : parts(connection)) {
            var month = monthOf(part);
            if (month.isPresent() && month.get().isBefore(month(time))) {
                drop(connection, part);
            }
        }
    }

    private List<String> parts(Connection connection) throws SQLException {
        var parts = new ArrayList<String>();
        try (var statement = connection.prepareStatement(PARTS)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    parts.add(rows.getString(1));
                }
            }
        }
        connection.commit();
        return parts;
    }

    private void drop(Connection connection, String part) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = " + PATIENCE.toMillis());
            statement.execute("DROP TABLE IF EXISTS " + part);
            connection.commit();
            log.atInfo().addKeyValue("table", part).log("month is over its retention and was dropped");
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback();
            log.atDebug().addKeyValue("table", part).log("month is being read; it is dropped later");
        }
    }

    /** The month that a part holds; empty for a part that somebody else has made. */
    private Optional<YearMonth> monthOf(String part) {
        var at = part.lastIndexOf(table + "_");
        try {
            return at < 0
                    ? Optional.empty()
                    : Optional.of(YearMonth.parse(part.substring(at + table.length() + 1), NAME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static YearMonth month(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }

    private static String firstDay(YearMonth month) {
        return month.atDay(1) + "T00:00:00Z";
    }
}
