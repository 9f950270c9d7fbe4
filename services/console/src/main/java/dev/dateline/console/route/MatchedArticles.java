package dev.dateline.console.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.console.search.Condition;
import dev.dateline.pipeline.route.RouteExpression;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a route would have matched, asked of the sink's database.
 *
 * @param count how many there are
 * @param looked among how many live articles
 * @param newest the newest of them
 */
public record MatchedArticles(long count, long looked, List<Match> newest) {

    /** An article that matches. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Match(
            String id, Instant eventTime, @Nullable String outlet, String title, String url) {}

    /**
     * Asks.
     *
     * @param since articles of before do not count
     * @param most articles that are shown
     * @param patience how long each of three questions may take
     */
    public static MatchedArticles of(
            Connection connection, RouteExpression expression, Instant since, int most, Duration patience)
            throws SQLException {
        var seconds = Math.toIntExact(patience.toSeconds());
        var matches = RouteCondition.of(expression);
        return new MatchedArticles(
                count(connection, recent(since).and(matches), seconds),
                count(connection, recent(since), seconds),
                newest(connection, recent(since).and(matches), most, seconds));
    }

    private static long count(Connection connection, Condition asked, int seconds) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT count(*) FROM article a WHERE " + asked.sql())) {
            statement.setQueryTimeout(seconds);
            Condition.bind(statement, asked.parameters());
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private static List<Match> newest(Connection connection, Condition asked, int most, int seconds)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT a.article_id, a.event_time, a.outlet, a.title, a.url FROM article a WHERE " + asked.sql()
                        + " ORDER BY a.event_time DESC, a.article_id LIMIT ?")) {
            statement.setQueryTimeout(seconds);
            var parameters = new ArrayList<>(asked.parameters());
            parameters.add(most);
            Condition.bind(statement, parameters);
            var newest = new ArrayList<Match>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    newest.add(new Match(
                            found.getString("article_id"),
                            found.getTimestamp("event_time").toInstant(),
                            found.getString("outlet"),
                            found.getString("title"),
                            found.getString("url")));
                }
            }
            return newest;
        }
    }

    private static Condition recent(Instant since) {
        return Condition.of("a.status = 'LIVE' AND a.event_time >= ?", since);
    }
}
