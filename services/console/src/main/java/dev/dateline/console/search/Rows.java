package dev.dateline.console.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks the database, and makes something of each row. */
final class Rows {
    private Rows() {}

    /** Makes something of the row that the result stands at. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Reads all rows of a statement, so there must be few. */
    static <T> List<T> read(Connection connection, String sql, List<Object> parameters, Reader<T> reader)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Condition.bind(statement, parameters);
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }
}
