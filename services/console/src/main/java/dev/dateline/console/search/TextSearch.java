package dev.dateline.console.search;

import dev.dateline.console.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody searches for in the languages that it may be in: stems differ, and whoever names no language means any.
 *
 * <p>The readings are joined by "or", which is right for what must be there. What must not be there is held against the reading
 * in the article's own language once more: "or" would let through whatever one of the languages calls otherwise.
 */
final class TextSearch {
    private static final String IN_ALL = """
            SELECT string_agg(DISTINCT '(' || query::text || ')', ' | ')
              FROM (SELECT websearch_to_tsquery(oid::regconfig, ?) query
                      FROM pg_ts_config WHERE cfgnamespace = 'pg_catalog'::regnamespace
                     UNION ALL SELECT websearch_to_tsquery('simple', ?)) reading
             WHERE numnode(query) > 0""";
    private static final String IN_SOME = """
            SELECT string_agg(DISTINCT '(' || query::text || ')', ' | ')
              FROM (SELECT websearch_to_tsquery(search_configuration(language),
                                  CASE WHEN split_part(language, '-', 1) IN ('zh', 'ja') THEN ? ELSE ? END) query
                      FROM unnest(?) language) reading
             WHERE numnode(query) > 0""";
    /** Chinese and Japanese characters, as the function search_text of the database tells them. */
    private static final Pattern UNSPACED = Pattern.compile("[\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff]+");

    private static final char NOT = '!';
    private static final char QUOTE = '"';

    private static final String ESTIMATE = "EXPLAIN (FORMAT JSON) SELECT FROM article a WHERE a.words @@ ?::tsquery";
    private static final String ARTICLES = "SELECT reltuples FROM pg_class WHERE oid = 'article'::regclass";

    /** To look into an article's words costs so much more than to fetch the article by the index of words. */
    private static final int COST_OF_LOOKING = 8;

    private static final String UNSEARCHABLE = "q has no word in it that can be searched for";

    private TextSearch() {}

    /**
     * Reads the text of a query.
     *
     * @return the query as PostgreSQL writes it; empty when no text is searched for
     * @throws InvalidQueryException when there is no word in it
     */
    static Optional<String> of(Connection connection, ArticleQuery query) throws SQLException, InvalidQueryException {
        if (query.text().isEmpty()) {
            return Optional.empty();
        }
        var sought = read(connection, query.text().get(), query.languages());
        if (sought.isEmpty()) {
            throw new InvalidQueryException(List.of(new QueryProblem("q", UNSEARCHABLE)));
        }
        return sought;
    }

    /**
     * Reads it.
     *
     * @param languages BCP 47; none for any
     * @return the query as PostgreSQL writes it; empty when there is no word in it
     */
    static Optional<String> read(Connection connection, String text, List<String> languages) throws SQLException {
        var parameters = languages.isEmpty()
                ? List.<Object>of(text, spaced(text))
                : List.<Object>of(spaced(text), text, languages);
        try (var statement = connection.prepareStatement(languages.isEmpty() ? IN_ALL : IN_SOME)) {
            Condition.bind(statement, parameters);
            try (var row = statement.executeQuery()) {
                row.next();
                @Nullable String query = row.getString(1);
                return Optional.ofNullable(query);
            }
        }
    }

    /** Finds the articles that a query that was read fits. */
    static Condition condition(String query, String text) {
        var found = Condition.of("a.words @@ ?::tsquery", query);
        return query.indexOf(NOT) < 0
                ? found
                : found.and(Condition.of(
                        "a.words @@ websearch_to_tsquery(search_configuration(a.language), search_text(a.language, ?))",
                        text));
    }

    /**
     * Tells whether articles are found sooner by the words than by the time. Of n articles, m with the words, the one way fetches
     * m, the other looks into n / m for each that is shown. PostgreSQL takes the looking for nearly free, so it is not asked
     * which way is better, only how many there are; of a rare word it says too many, never too few.
     */
    static boolean isRare(Connection connection, String query, int limit) throws SQLException {
        var found = estimate(connection, query);
        return found * found < COST_OF_LOOKING * limit * articles(connection);
    }

    private static double estimate(Connection connection, String query) throws SQLException {
        try (var statement = connection.prepareStatement(ESTIMATE)) {
            statement.setString(1, query);
            try (var row = statement.executeQuery()) {
                row.next();
                return Json.parse(row.getString(1)).at("/0/Plan/Plan Rows").asDouble();
            }
        }
    }

    private static double articles(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(ARTICLES)) {
            row.next();
            return row.getDouble(1);
        }
    }

    /** Makes a phrase of single characters of every run of them, as the words of the articles are single characters. */
    static String spaced(String text) {
        var run = UNSPACED.matcher(text);
        return run.replaceAll(found -> {
            var characters = String.join(" ", found.group().split(""));
            return isQuoted(text, found.start()) ? " " + characters + " " : QUOTE + characters + QUOTE;
        });
    }

    private static boolean isQuoted(String text, int place) {
        return text.substring(0, place).chars().filter(c -> c == QUOTE).count() % 2 == 1;
    }
}
