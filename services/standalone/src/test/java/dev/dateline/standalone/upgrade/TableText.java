package dev.dateline.standalone.upgrade;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** Rows of all tables as SQL, in the form of {@code pg_dump --data-only}; {@code psql} reads it, too. */
final class TableText {
    private static final Pattern BLOCK = Pattern.compile("(COPY [^;]+ FROM STDIN);\n(.*?)\\\\\\.\n", Pattern.DOTALL);
    private static final Pattern HISTORY = Pattern.compile("COPY flyway_schema_history .*?\\\\\\.\n", Pattern.DOTALL);

    private static final String ADD_MONTH = "SELECT add_month('%s', '%s');";
    private static final Pattern MONTH = Pattern.compile("^SELECT add_month\\(.*;$", Pattern.MULTILINE);

    private TableText() {}

    static String dump(String databaseUrl) throws SQLException, IOException {
        var text = new StringBuilder(
                "-- The rows of every table, beside those of flyway_schema_history, which say how the tables came to be\n");
        try (var connection = DriverManager.getConnection(databaseUrl)) {
            for (var table : column(
                    connection,
                    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                            + " AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1")) {
                var columns = String.join(
                        ", ",
                        column(
                                connection,
                                "SELECT quote_ident(column_name)"
                                        + " FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '"
                                        + table
                                        + "' AND is_generated = 'NEVER' ORDER BY ordinal_position"));
                var rows = new StringWriter();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (SELECT " + columns + " FROM " + table + " ORDER BY 1, 2) TO STDOUT", rows);
                months(connection, table)
                        .forEach(month ->
                                text.append(ADD_MONTH.formatted(table, month)).append('\n'));
                text.append("COPY ").append(table).append(" (").append(columns).append(") FROM STDIN;\n");
                text.append(rows).append("\\.\n\n");
            }
        }
        return text.toString();
    }

    /** The first days of the months that a table is split by. */
    private static List<String> months(Connection connection, String table) throws SQLException {
        return column(
                connection,
                "SELECT replace(right(inhrelid::regclass::text, 7), '_', '-') || '-01T00:00Z' FROM pg_inherits"
                        + " WHERE inhparent = '" + table + "'::regclass ORDER BY 1");
    }

    /** Makes the tables as they were when the rows were dumped, with the scripts of then, and fills them. */
    static void restore(String sql, String databaseUrl) throws SQLException, IOException {
        Flyway.configure()
                .dataSource(databaseUrl, null, null)
                .locations("classpath:dateline/sink/migrations")
                .target(newestMigration(sql))
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(databaseUrl);
                var statement = connection.createStatement()) {
            // Rows come table by table, and refer to one another
            statement.execute("SET session_replication_role = replica");
            statement.execute("DELETE FROM flyway_schema_history");
            var months = MONTH.matcher(sql);
            while (months.find()) {
                statement.execute(months.group());
            }
            var blocks = BLOCK.matcher(sql);
            while (blocks.find()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(blocks.group(1), new StringReader(blocks.group(2)));
            }
        }
    }

    private static String newestMigration(String sql) {
        var history = HISTORY.matcher(sql);
        if (!history.find()) {
            throw new IllegalStateException("no history of migrations among the rows");
        }
        return history.group()
                .lines()
                .skip(1)
                .filter(line -> line.contains("\t"))
                .map(line -> line.split("\t")[1])
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    static List<String> column(Connection connection, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
