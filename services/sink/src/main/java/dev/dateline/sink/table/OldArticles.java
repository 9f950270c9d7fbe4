package dev.dateline.sink.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Originals, copies and stories that are too old; what belongs to an original (tags, versions) goes with it. */
public final class OldArticles {
    /** Rows that another sink deletes at this moment are passed over. */
    private static final String DELETE_ORIGINALS = """
            WITH old AS (SELECT article_id FROM article WHERE ingested_at < ?::timestamptz
                          ORDER BY ingested_at LIMIT ? FOR UPDATE SKIP LOCKED),
                 told AS (DELETE FROM story USING old WHERE story_id = old.article_id)
            DELETE FROM article USING old WHERE article.article_id = old.article_id""";

    private static final String DELETE_COPIES = """
            WITH old AS (SELECT article_id FROM duplicate WHERE ingested_at < ?::timestamptz
                          ORDER BY ingested_at LIMIT ? FOR UPDATE SKIP LOCKED)
            DELETE FROM duplicate USING old WHERE duplicate.article_id = old.article_id""";

    private OldArticles() {}

    /** Deletes those whose newest version came in before a time, at most so many of each kind, oldest first; commits. */
    public static void deleteBefore(Connection connection, Instant time, int limit) throws SQLException {
        for (var sql : new String[] {DELETE_ORIGINALS, DELETE_COPIES}) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, time.toString());
                statement.setInt(2, limit);
                statement.executeUpdate();
            }
            connection.commit();
        }
    }
}
