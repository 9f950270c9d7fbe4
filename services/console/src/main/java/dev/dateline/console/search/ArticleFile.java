package dev.dateline.console.search;

import dev.dateline.console.search.ReadingDatabase.NoDatabaseException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Looks up single articles and stories in the sink's tables. Thread-safe. */
public final class ArticleFile {
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

    /** Finds an original with all its versions, or a copy. */
    public Optional<FullArticle> article(String id) throws NoDatabaseException, SQLException {
        try (var connection = database.connection()) {
            var original = Originals.read(connection, List.of(id)).get(id);
            return original == null
                    ? Rows.read(connection, COPY, List.of(id), ArticleFile::copy).stream()
                            .findFirst()
                    : Optional.of(original);
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
            var own = Rows.read(connection, STORY_OF_COPY, List.of(id), row -> row.getString("story_id")).stream()
                    .findFirst()
                    .orElse(id);
            var copies = Rows.read(connection, COPIES, List.of(own), FullStory.Copy::of);
            return Rows.read(connection, STORY, List.of(own, own), row -> FullStory.of(row, copies)).stream()
                    .findFirst();
        }
    }
}
