package dev.dateline.standalone.route;

import dev.dateline.console.route.RouteCondition;
import dev.dateline.console.search.Condition;
import dev.dateline.pipeline.route.RouteExpression;
import dev.dateline.runtime.StartException;
import dev.dateline.sink.SinkConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    /** An article that matches. */
    record Match(Instant eventTime, @Nullable String outlet, String title, String url) {}

    static MatchedArticles of(RouteExpression expression, Instant since, int most, SinkConfig config)
            throws StartException {
        var matches = RouteCondition.of(expression);
        try (var connection = connect(config)) {
            connection.setReadOnly(true);
            return new MatchedArticles(
                    count(connection, since, matches),
                    count(connection, since, Condition.ALWAYS),
                    newest(connection, since, matches, most));
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

    private static long count(Connection connection, Instant since, Condition matches) throws SQLException {
        var asked = recent(since).and(matches);
        try (var statement = connection.prepareStatement("SELECT count(*) FROM article a WHERE " + asked.sql())) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            Condition.bind(statement, asked.parameters());
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private static List<Match> newest(Connection connection, Instant since, Condition matches, int most)
            throws SQLException {
        var asked = recent(since).and(matches);
        try (var statement =
                connection.prepareStatement("SELECT a.event_time, a.outlet, a.title, a.url FROM article a WHERE "
                        + asked.sql() + " ORDER BY a.event_time DESC, a.article_id LIMIT ?")) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            var parameters = new ArrayList<>(asked.parameters());
            parameters.add(most);
            Condition.bind(statement, parameters);
            var newest = new ArrayList<Match>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    newest.add(new Match(
                            found.getTimestamp(1).toInstant(),
                            found.getString(2),
                            found.getString(3),
                            found.getString(4)));
                }
            }
            return newest;
        }
    }

    private static Condition recent(Instant since) {
        return Condition.of("a.status = 'LIVE' AND a.event_time >= ?", since);
    }
}
