package dev.dateline.sink.table;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The region and theme tags of the newest version of each original; a withdrawn one has none, since evidence is text. */
final class TagTables {
    private static final List<String> DELETE = List.of(
            "DELETE FROM region_tag WHERE article_id = ANY (?)", "DELETE FROM theme_tag WHERE article_id = ANY (?)");
    private static final Insert REGION = Insert.of(
            "region_tag",
            Column.of(
                    "article_id text",
                    "event_time timestamptz",
                    "code text",
                    "role text",
                    "score double precision",
                    "evidence jsonb"));
    private static final Insert THEME = Insert.of(
            "theme_tag",
            Column.of(
                    "article_id text",
                    "event_time timestamptz",
                    "code text",
                    "score double precision",
                    "evidence jsonb"));

    /**
     * Puts the tags of these articles in the place of those that they had.
     *
     * @param articles each occurs once
     * @param known those that may have had some
     */
    void replace(Connection connection, Collection<EnrichedArticle> articles, Set<String> known) throws SQLException {
        for (var sql : DELETE) {
            ByKey.execute(connection, sql, known);
        }
        var regions = REGION.rows();
        var themes = THEME.rows();
        for (var article : articles) {
            if (article.getStatus() == ArticleStatus.LIVE) {
                addRegions(regions, article);
                addThemes(themes, article);
            }
        }
        REGION.write(connection, regions);
        THEME.write(connection, themes);
    }

    private static void addRegions(Rows rows, EnrichedArticle article) {
        for (var tag : article.getRegions()) {
            rows.text(article.getArticleId())
                    .time(article.getEventTime())
                    .text(tag.getCode())
                    .text(tag.getRole())
                    .number(tag.getScore())
                    .json(Json.evidence(tag.getEvidence()))
                    .endRow();
        }
    }

    private static void addThemes(Rows rows, EnrichedArticle article) {
        for (var tag : article.getThemes()) {
            rows.text(article.getArticleId())
                    .time(article.getEventTime())
                    .text(tag.getCode())
                    .number(tag.getScore())
                    .json(Json.evidence(tag.getEvidence()))
                    .endRow();
        }
    }
}
