package dev.dateline.sink.table;

import dev.dateline.sink.database.PostgresText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one table, value by value in the order of its columns, every text as PostgreSQL takes it.
 *
 * <p>They travel as one array of text for each column, and a whole batch is one statement: row by row, the way to the server and back through
 * the executor costs as much as an index.
 */
final class Rows {
    private final List<List<@Nullable String>> columns = new ArrayList<>();
    private final int width;
    private int place;
    private int size;

    /** Makes it; {@code width} is how many columns there are. */
    Rows(int width) {
        this.width = width;
        for (var i = 0; i < width; i++) {
            columns.add(new ArrayList<>());
        }
    }

    Rows text(@Nullable String value) {
        return add(value == null ? null : PostgresText.clean(value));
    }

    Rows text(Enum<?> value) {
        return add(value.name());
    }

    /** An array of texts, as PostgreSQL writes one. */
    Rows texts(List<String> values) {
        return add(values.stream().map(Rows::quoted).collect(Collectors.joining(",", "{", "}")));
    }

    /** What has been cleaned already. */
    Rows json(@Nullable String value) {
        return add(value);
    }

    Rows number(@Nullable Number value) {
        return add(value == null ? null : value.toString());
    }

    Rows flag(boolean value) {
        return add(Boolean.toString(value));
    }

    Rows time(@Nullable Instant value) {
        return add(value == null ? null : value.toString());
    }

    /** The record that a row is from: its partition and offset. */
    Rows position(Entry<?> entry) {
        return number(entry.record().partition()).number(entry.record().offset());
    }

    /** Ends a row. */
    void endRow() {
        if (place != width) {
            throw new IllegalStateException(place + " values for " + width + " columns");
        }
        place = 0;
        size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Gives the columns to a statement that has a parameter for each. */
    void bind(PreparedStatement statement) throws SQLException {
        for (var i = 0; i < width; i++) {
            bind(statement, i + 1, columns.get(i));
        }
    }

    /** Gives one array of texts to a statement. */
    static void bind(PreparedStatement statement, int parameter, List<? extends @Nullable String> texts)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(parameter, connection.createArrayOf("text", texts.toArray(String[]::new)));
    }

    private Rows add(@Nullable String value) {
        columns.get(place++).add(value);
        return this;
    }

    private static String quoted(String value) {
        return '"' + PostgresText.clean(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
