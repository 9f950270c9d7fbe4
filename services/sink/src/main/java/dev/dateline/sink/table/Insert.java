package dev.dateline.sink.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement that inserts many rows at once.
 *
 * @param table where they go
 * @param columns in the order of {@link Rows}
 * @param conflict what follows when a key is there already; empty when none can be
 */
record Insert(String table, List<Column> columns, String conflict) {

    /** Rows whose key is there already are left out. */
    static Insert ifAbsent(String table, List<Column> columns) {
        return new Insert(table, columns, " ON CONFLICT DO NOTHING");
    }

    /** Rows whose keys cannot be there. */
    static Insert of(String table, List<Column> columns) {
        return new Insert(table, columns, "");
    }

    Rows rows() {
        return new Rows(columns.size());
    }

    String sql() {
        var names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        var typed = columns.stream()
                .map(column -> column.type().equals("text") ? column.name() : column.name() + "::" + column.type())
                .collect(Collectors.joining(", "));
        var arrays = columns.stream().map(column -> "?::text[]").collect(Collectors.joining(", "));
        return "INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS given (%s)%s"
                .formatted(table, names, typed, arrays, names, conflict);
    }

    /** Inserts them; gives how many changed something. */
    int write(Connection connection, Rows rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (var statement = connection.prepareStatement(sql())) {
            rows.bind(statement);
            return statement.executeUpdate();
        }
    }
}
