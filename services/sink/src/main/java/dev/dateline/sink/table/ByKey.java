package dev.dateline.sink.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Statements with one parameter, an array of keys. */
final class ByKey {
    private ByKey() {}

    /** Runs one, unless there are no keys; gives how many rows it changed. */
    static int execute(Connection connection, String sql, Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return 0;
        }
        try (var statement = connection.prepareStatement(sql)) {
            Rows.bind(statement, 1, List.copyOf(keys));
            return statement.executeUpdate();
        }
    }
}
