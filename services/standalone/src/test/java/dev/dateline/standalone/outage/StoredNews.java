package dev.dateline.standalone.outage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What the tables hold, each row as {@link Truth} writes it. */
final class StoredNews {
    /** The digits of a version and the words of its event, as in {@link Truth#delivery}. */
    private static final String DELIVERY =
            "'version ' || version || ', ' || lower(event) || ', ' || taxonomy_version || ', '";

    private static final String WRITTEN =
            "CASE WHEN title = '' AND text = '' THEN '' ELSE title || ', ' || length(text) END";

    private static final String ARTICLES = "SELECT a.article_id, " + DELIVERY + " || " + WRITTEN + """
             || ', ' || '[' || coalesce((SELECT string_agg(code || ' ' || role, ', ' ORDER BY code || ' ' || role COLLATE "C")
                                           FROM region_tag r WHERE r.article_id = a.article_id), '')
             || '], [' || coalesce((SELECT string_agg(code, ', ' ORDER BY code COLLATE "C")
                                      FROM theme_tag t WHERE t.article_id = a.article_id), '') || ']'
              FROM article a""";
    private static final String VERSIONS =
            "SELECT article_id || '/' || version, " + DELIVERY + " || " + WRITTEN + " FROM article_version";
    private static final String DUPLICATES = """
            SELECT article_id, 'version ' || version || ', ' || status || ', of ' || duplicate_of FROM duplicate""";
    private static final String STORIES = """
            SELECT s.story_id, s.copy_count || ' [' || coalesce(
                       (SELECT string_agg(c.article_id || ' ' || c.status, ', ' ORDER BY c.place)
                          FROM story_copy c WHERE c.story_id = s.story_id), '') || ']'
              FROM story s""";
    private static final String STATES =
            "SELECT (SELECT count(*) FROM article_version) + (SELECT coalesce(sum(version), 0) FROM duplicate)";
    private static final String OUTCOMES =
            "SELECT outcome, count(*)::text FROM disposition WHERE stage = 'route' GROUP BY outcome";

    private final Connection database;

    StoredNews(Connection database) {
        this.database = database;
    }

    /** Counts the versions of originals, and of copies, whose rows hold the newest only. */
    static long states(String databaseUrl) throws SQLException {
        try (var database = DriverManager.getConnection(databaseUrl);
                var statement = database.createStatement();
                var count = statement.executeQuery(STATES)) {
            count.next();
            return count.getLong(1);
        }
    }

    Map<String, String> articles() throws SQLException {
        return rows(ARTICLES);
    }

    Map<String, String> versions() throws SQLException {
        return rows(VERSIONS);
    }

    Map<String, String> duplicates() throws SQLException {
        return rows(DUPLICATES);
    }

    Map<String, String> stories() throws SQLException {
        return rows(STORIES);
    }

    Map<String, String> outcomes() throws SQLException {
        return rows(OUTCOMES);
    }

    private Map<String, String> rows(String sql) throws SQLException {
        var rows = new TreeMap<String, String>();
        try (var statement = database.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.put(result.getString(1), result.getString(2));
            }
        }
        return rows;
    }
}
