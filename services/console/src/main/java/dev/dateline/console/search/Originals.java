package dev.dateline.console.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads all that is known of originals, tags with evidence and versions too. */
final class Originals {
    private static final String ARTICLES = "SELECT " + FullArticle.COLUMNS + """
            ,
                   (SELECT json_agg(json_build_object('code', t.code, 'role', lower(t.role), 'score', t.score,
                                                      'evidence', t.evidence) ORDER BY t.score DESC, t.code, t.role)
                      FROM region_tag t WHERE t.article_id = a.article_id) AS regions,
                   (SELECT json_agg(json_build_object('code', t.code, 'score', t.score, 'evidence', t.evidence)
                                    ORDER BY t.score DESC, t.code)
                      FROM theme_tag t WHERE t.article_id = a.article_id) AS themes
              FROM article a WHERE a.article_id = ANY (?)""";
    private static final String VERSIONS =
            "SELECT * FROM article_version WHERE article_id = ANY (?) ORDER BY article_id, version";

    private Originals() {}

    /** Reads those of some ids that there are, by their ids. */
    static Map<String, FullArticle> read(Connection connection, List<String> ids) throws SQLException {
        var versions = versions(connection, ids);
        var originals = new HashMap<String, FullArticle>();
        Rows.read(
                        connection,
                        ARTICLES,
                        List.of(ids),
                        row -> FullArticle.of(row, versions.getOrDefault(row.getString("article_id"), List.of()), null))
                .forEach(article -> originals.put(article.id(), article));
        return originals;
    }

    private static Map<String, List<FullArticle.Version>> versions(Connection connection, List<String> ids)
            throws SQLException {
        var versions = new HashMap<String, List<FullArticle.Version>>();
        Rows.read(
                connection,
                VERSIONS,
                List.of(ids),
                row -> versions.computeIfAbsent(row.getString("article_id"), id -> new ArrayList<>())
                        .add(FullArticle.Version.of(row)));
        return versions;
    }
}
