package dev.dateline.standalone.route;

import dev.dateline.console.route.RouteSql;
import dev.dateline.pipeline.route.RouteExpression;
import dev.dateline.runtime.StartException;
import dev.dateline.sink.SinkConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a route would have matched, asked of the sink's database.
 *
 * @param count how many there are
 * @param looked among how many live articles
 * @param newest the newest of them
 */
record MatchedArticles(long count, long looked, List<Match> newest) {
    private static final int TIMEOUT_SECONDS = 60;
    private static final String RECENT = "FROM article a WHERE a.status = 'LIVE' AND a.event_time >= ?";

    /** An article that matches. */
    record Match(Instant eventTime, @Nullable String outlet, String title, String url) {}

    static MatchedArticles of(RouteExpression expression, Instant since, int most, SinkConfig config)
            throws StartException {
        var sql = RouteSql.of(expression);
        try (var connection = connect(config)) {
            connection.setReadOnly(true);
            return new MatchedArticles(
                    count(connection, RECENT + " AND " + sql.condition(), since, sql),
                    count(connection, RECENT, since, new RouteSql("", List.of())),
                    newest(connection, sql, since, most));
        } catch (SQLException e) {
            throw new StartException(
                    config.databasePlace(),
                    "does not tell: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "Check " + SinkConfig.URL.key() + ": it must be the database that the sink writes to.");
        }
    }

    private static Connection connect(SinkConfig config) throws SQLException {
        var properties = new Properties();
        if (!config.databaseUser().isEmpty()) {
            properties.setProperty("user", config.databaseUser());
        }
        if (!config.databasePassword().isEmpty()) {
            properties.setProperty("password", config.databasePassword());
        }
        properties.setProperty("ApplicationName", "dateline-routes");
        return DriverManager.getConnection(config.databaseUrl(), properties);
    }

    private static long count(Connection connection, String from, Instant since, RouteSql sql) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT count(*) " + from)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setTimestamp(1, Timestamp.from(since));
            sql.bind(statement, 2);
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private static List<Match> newest(Connection connection, RouteSql sql, Instant since, int most)
            throws SQLException {
        try (var statement = connection.prepareStatement("SELECT a.event_time, a.outlet, a.title, a.url " + RECENT
                + " AND " + sql.condition() + " ORDER BY a.event_time DESC, a.article_id LIMIT ?")) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setTimestamp(1, Timestamp.from(since));
            statement.setInt(sql.bind(statement, 2), most);
            var matches = new ArrayList<Match>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    matches.add(new Match(
                            found.getTimestamp(1).toInstant(),
                            found.getString(2),
                            found.getString(3),
                            found.getString(4)));
                }
            }
            return matches;
        }
    }
}
