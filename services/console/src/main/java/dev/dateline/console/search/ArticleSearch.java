package dev.dateline.console.search;

import dev.dateline.console.search.ReadingDatabase.NoDatabaseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds originals in the sink's tables, the newest first. Thread-safe.
 *
 * <p>Every statement is the same text with parameters; the rows of the page are chosen first, and only those are shown: an
 * excerpt costs more than finding its article.
 */
public final class ArticleSearch {
    private static final String STATEMENT = """
            WITH page AS MATERIALIZED (%s)
            SELECT %s, %s AS excerpt
              FROM page JOIN article a USING (article_id) ORDER BY page.event_time DESC, page.article_id""";
    private static final String OPENING = "left(a.text, 300)";
    private static final String HEADLINE = """
            ts_headline(search_configuration(a.language), left(a.text, 20000), ?::tsquery,
                        'MaxFragments=2, MaxWords=30, MinWords=5, ShortWord=0, FragmentDelimiter= … , StartSel=%s, StopSel=%s')""".formatted(Excerpt.BEGIN, Excerpt.END);

    private final ReadingDatabase database;
    private final TagNames names;

    public ArticleSearch(ReadingDatabase database, TagNames names) {
        this.database = database;
        this.names = names;
    }

    /** Finds a page of what a reader searches for. */
    public Page page(ArticleQuery query) throws InvalidQueryException, NoDatabaseException, SQLException {
        return page(query, Condition.ALWAYS);
    }

    /**
     * Finds a page.
     *
     * @param further what must hold beside what the reader searches for
     * @throws InvalidQueryException when there is no word in the text to search for
     * @throws SQLException when the database does not answer, or not in time
     */
    public Page page(ArticleQuery query, Condition further)
            throws InvalidQueryException, NoDatabaseException, SQLException {
        try (var connection = database.connection()) {
            var sought = TextSearch.of(connection, query);
            return Page.of(found(connection, query, Selection.of(query).and(further), sought), query.limit());
        }
    }

    /** Tells how the database finds a page, as its EXPLAIN does; throws as {@link #page(ArticleQuery, Condition)}. */
    public List<String> plan(ArticleQuery query) throws InvalidQueryException, NoDatabaseException, SQLException {
        try (var connection = database.connection();
                var statement = statement(
                        connection, "EXPLAIN ", query, Selection.of(query), TextSearch.of(connection, query));
                var rows = statement.executeQuery()) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private List<FoundArticle> found(
            Connection connection, ArticleQuery query, Selection selection, Optional<String> sought)
            throws SQLException {
        try (var statement = statement(connection, "", query, selection, sought);
                var rows = statement.executeQuery()) {
            var articles = new ArrayList<FoundArticle>();
            while (rows.next()) {
                articles.add(FoundArticle.of(rows, names));
            }
            return articles;
        }
    }

    private static PreparedStatement statement(
            Connection connection, String verb, ArticleQuery query, Selection plain, Optional<String> sought)
            throws SQLException {
        var selection = plain;
        var gathered = query.title().isPresent();
        if (sought.isPresent()) {
            selection = selection.and(
                    TextSearch.condition(sought.get(), query.text().orElse("")));
            gathered |= TextSearch.isRare(connection, sought.get(), query.limit());
        }
        var sql = STATEMENT.formatted(
                selection.sql(gathered), FoundArticle.COLUMNS, sought.isPresent() ? HEADLINE : OPENING);
        var parameters = new ArrayList<>(selection.condition().parameters());
        parameters.add(query.limit() + 1);
        sought.ifPresent(parameters::add);
        var statement = connection.prepareStatement(verb + sql);
        Condition.bind(statement, parameters);
        return statement;
    }
}
