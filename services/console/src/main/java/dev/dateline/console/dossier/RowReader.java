package dev.dateline.console.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.console.ConsoleConfig;
import dev.dateline.console.desk.Summary;
import dev.dateline.console.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Looks into the sink's database for the rows of an article, when someone asks. Reads only; without a database it says where the
 * rows would be. Thread-safe: each question has a connection of its own, since there are few.
 */
public final class RowReader {
    /** A person waits, and the rest of the answer comes from Kafka. */
    private static final int ANSWER_SECONDS = 3;

    private static final int MAX_ROWS = 50;

    private final @Nullable PGSimpleDataSource source;

    public RowReader(ConsoleConfig.Database config) {
        source = config.url().isEmpty() ? null : source(config);
    }

    private static PGSimpleDataSource source(ConsoleConfig.Database config) {
        var source = new PGSimpleDataSource();
        source.setURL(config.url());
        if (!config.user().isEmpty()) {
            source.setUser(config.user());
        }
        if (!config.password().isEmpty()) {
            source.setPassword(config.password());
        }
        source.setApplicationName("dateline-console");
        source.setReadOnly(true);
        source.setConnectTimeout(ANSWER_SECONDS);
        source.setLoginTimeout(ANSWER_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        return source;
    }

    /** Finds the rows of an article in all tables. */
    List<Dossier.Rows> of(Summary article) {
        var queries = RowQuery.of(article);
        if (source == null) {
            return queries.stream().map(query -> rows(query, null, null)).toList();
        }
        try (var connection = source.getConnection()) {
            var found = new ArrayList<Dossier.Rows>();
            for (var query : queries) {
                found.add(rows(query, read(connection, query), null));
            }
            return found;
        } catch (SQLException e) {
            var problem = "The database does not tell: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return queries.stream().map(query -> rows(query, null, problem)).toList();
        }
    }

    /**
     * Finds the newest traces, by one column.
     *
     * @return empty without a database
     * @throws SQLException when the database does not answer
     */
    Optional<List<JsonNode>> traces(String column, String value, int limit) throws SQLException {
        if (source == null) {
            return Optional.empty();
        }
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement("SELECT row_to_json(found) FROM disposition found WHERE "
                        + column + " = ? ORDER BY at DESC LIMIT ?")) {
            statement.setString(1, value);
            statement.setInt(2, limit);
            return Optional.of(rows(statement));
        }
    }

    private static Dossier.Rows rows(RowQuery query, @Nullable List<JsonNode> found, @Nullable String problem) {
        return new Dossier.Rows(query.table(), query.sql(), found, problem);
    }

    private static List<JsonNode> read(Connection connection, RowQuery query) throws SQLException {
        try (var statement = connection.prepareStatement(query.prepared())) {
            var place = 1;
            for (var value : query.key().values()) {
                statement.setObject(place++, value);
            }
            statement.setInt(place, MAX_ROWS);
            return rows(statement);
        }
    }

    private static List<JsonNode> rows(PreparedStatement statement) throws SQLException {
        var rows = new ArrayList<JsonNode>();
        try (var found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(Json.parse(found.getString(1)));
            }
        }
        return rows;
    }
}
