package dev.dateline.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * The rows that the sink has just written to a table, as COPY reads them, under other keys.
 *
 * @param table where they are and where they go
 * @param bytes what COPY reads
 */
record CopiedRows(String table, byte[] bytes) {
    private static final String COLUMNS = """
            SELECT column_name FROM information_schema.columns
             WHERE table_schema = current_schema() AND table_name = ? AND is_generated = 'NEVER' ORDER BY ordinal_position""";
    /** Beyond every offset of the benchmark. */
    private static final long OTHER_OFFSETS = 1_000_000_000;

    /** Reads them; {@code which} is the condition that finds them. */
    static CopiedRows of(Connection connection, String table, String which) throws SQLException, IOException {
        var columns = columns(connection, table);
        var rows = new ByteArrayOutputStream();
        var selected = columns.stream().map(CopiedRows::renamed).collect(Collectors.joining(", "));
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (SELECT " + selected + " FROM " + table + " WHERE " + which + ") TO STDOUT", rows);
        return new CopiedRows(table + " (" + String.join(", ", columns) + ")", rows.toByteArray());
    }

    /** Writes them. */
    void write(Connection connection) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " FROM STDIN", new ByteArrayInputStream(bytes));
    }

    /** A number read backwards is another one, as evenly strewn. */
    private static String renamed(String column) {
        return switch (column) {
            case "article_id", "story_id" -> "reverse(" + column + ")";
            case "topic_offset", "record_offset" -> column + " + " + OTHER_OFFSETS;
            default -> column;
        };
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            var columns = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
            return columns;
        }
    }
}
