package dev.dateline.console.search;

import dev.dateline.console.search.ReadingDatabase.NoDatabaseException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up single articles and stories in the sink's tables. Thread-safe. */
public final class ArticleFile {
    private static final String ARTICLE = "SELECT " + FullArticle.COLUMNS + """
            ,
                   (SELECT json_agg(json_build_object('code', t.code, 'role', lower(t.role), 'score', t.score,
                                                      'evidence', t.evidence) ORDER BY t.score DESC, t.code, t.role)
                      FROM region_tag t WHERE t.article_id = a.article_id) AS regions,
                   (SELECT json_agg(json_build_object('code', t.code, 'score', t.score, 'evidence', t.evidence)
                                    ORDER BY t.score DESC, t.code)
                      FROM theme_tag t WHERE t.article_id = a.article_id) AS themes
              FROM article a WHERE a.article_id = ?""";
    private static final String VERSIONS = "SELECT * FROM article_version WHERE article_id = ? ORDER BY version";
    private static final String COPY = "SELECT " + FullArticle.COLUMNS + """
            , NULL AS regions, NULL AS themes, a.duplicate_of, a.kind, a.similarity, a.containment
              FROM duplicate a WHERE a.article_id = ?""";
    /** A story has a row from its first copy on; before, it is its original. */
    private static final String STORY = """
            SELECT a.story_id, a.title, a.url, a.outlet, a.status, a.first_seen, a.last_seen, a.copy_count, a.origin
              FROM story a WHERE a.story_id = ?
             UNION ALL
            SELECT a.article_id, a.title, a.url, a.outlet, a.status, a.fetched_at, a.fetched_at, 0, NULL
              FROM article a WHERE a.article_id = ?
             LIMIT 1""";

    private static final String COPIES = "SELECT * FROM story_copy WHERE story_id = ? ORDER BY place";
    private static final String STORY_OF_COPY = "SELECT story_id FROM duplicate WHERE article_id = ?";

    private final ReadingDatabase database;

    public ArticleFile(ReadingDatabase database) {
        this.database = database;
    }

    /** Makes something of the row that the result stands at. */
    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Finds an original with all its versions, or a copy. */
    public Optional<FullArticle> article(String id) throws NoDatabaseException, SQLException {
        try (var connection = database.connection()) {
            var versions = rows(connection, VERSIONS, FullArticle.Version::of, id);
            var original = rows(connection, ARTICLE, row -> FullArticle.of(row, versions, null), id);
            var found = original.isEmpty() ? rows(connection, COPY, ArticleFile::copy, id) : original;
            return found.stream().findFirst();
        }
    }

    private static FullArticle copy(ResultSet row) throws SQLException {
        return FullArticle.of(
                row,
                List.of(),
                new FullArticle.CopyOf(
                        row.getString("duplicate_of"),
                        row.getString("kind"),
                        row.getDouble("similarity"),
                        row.getDouble("containment")));
    }

    /** Finds a story by its own id or by that of a copy in it. */
    public Optional<FullStory> story(String id) throws NoDatabaseException, SQLException {
        try (var connection = database.connection()) {
            var own = rows(connection, STORY_OF_COPY, row -> row.getString("story_id"), id).stream()
                    .findFirst()
                    .orElse(id);
            var copies = rows(connection, COPIES, FullStory.Copy::of, own);
            return rows(connection, STORY, row -> FullStory.of(row, copies), own, own).stream()
                    .findFirst();
        }
    }

    private static <T> List<T> rows(Connection connection, String sql, RowReader<T> reader, String... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Condition.bind(statement, List.of((Object[]) parameters));
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
