package dev.dateline.sink.table;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The region and theme tags of the newest version of each original; a withdrawn one has none, since evidence is text. */
final class TagTables {
    private static final List<String> DELETE = List.of(
            "DELETE FROM region_tag WHERE article_id = ANY (?)", "DELETE FROM theme_tag WHERE article_id = ANY (?)");
    private static final String REGION =
            "INSERT INTO region_tag (article_id, event_time, code, role, score, evidence) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String THEME =
            "INSERT INTO theme_tag (article_id, event_time, code, score, evidence) VALUES (?, ?, ?, ?, ?)";

    /** Puts the tags of these articles in the place of those that they had; each article occurs once. */
    void replace(Connection connection, Collection<EnrichedArticle> articles) throws SQLException {
        if (articles.isEmpty()) {
            return;
        }
        var ids = articles.stream().map(EnrichedArticle::getArticleId).toList();
        for (var sql : DELETE) {
            try (var statement = connection.prepareStatement(sql)) {
                new Parameters(statement).texts(ids);
                statement.executeUpdate();
            }
        }
        var live = articles.stream()
                .filter(article -> article.getStatus() == ArticleStatus.LIVE)
                .toList();
        insertRegions(connection, live);
        insertThemes(connection, live);
    }

    private static void insertRegions(Connection connection, List<EnrichedArticle> articles) throws SQLException {
        try (var statement = connection.prepareStatement(REGION)) {
            var row = new Parameters(statement);
            for (var article : articles) {
                for (var tag : article.getRegions()) {
                    row.text(article.getArticleId())
                            .time(article.getEventTime())
                            .text(tag.getCode())
                            .text(tag.getRole())
                            .number(tag.getScore())
                            .json(Json.evidence(tag.getEvidence()))
                            .addRow();
                }
            }
            statement.executeBatch();
        }
    }

    private static void insertThemes(Connection connection, List<EnrichedArticle> articles) throws SQLException {
        try (var statement = connection.prepareStatement(THEME)) {
            var row = new Parameters(statement);
            for (var article : articles) {
                for (var tag : article.getThemes()) {
                    row.text(article.getArticleId())
                            .time(article.getEventTime())
                            .text(tag.getCode())
                            .number(tag.getScore())
                            .json(Json.evidence(tag.getEvidence()))
                            .addRow();
                }
            }
            statement.executeBatch();
        }
    }
}
