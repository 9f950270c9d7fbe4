package dev.dateline.sink.table;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Originals: the newest version in {@code article}, every version in {@code article_version}, the tags of the newest.
 *
 * <p>A withdrawal keeps the rows and empties them, in every version: what was taken down must not be had from us. An original
 * is no duplicate any more, so the row that it may have had as a copy goes.
 */
public final class ArticleTables implements TopicTables<EnrichedArticle> {
    private static final Upsert ARTICLE = new Upsert(
            "article",
            List.of("article_id"),
            List.of(
                    "version",
                    "event",
                    "status",
                    "withdrawn_reason",
                    "withdrawn_at",
                    "url",
                    "story_id",
                    "source_id",
                    "outlet",
                    "outlet_country",
                    "title",
                    "text",
                    "authors",
                    "published",
                    "published_text",
                    "modified",
                    "fetched_at",
                    "event_time",
                    "language",
                    "provenance",
                    "changes",
                    "lead_image",
                    "section",
                    "keywords",
                    "paywalled",
                    "content_hash",
                    "extractor_version",
                    "taxonomy_version",
                    "ingested_at",
                    "record_partition",
                    "record_offset"),
            Upsert.byVersion("article"));
    private static final Upsert VERSION = new Upsert(
            "article_version",
            List.of("article_id", "version"),
            List.of(
                    "event",
                    "status",
                    "title",
                    "text",
                    "authors",
                    "modified",
                    "fetched_at",
                    "provenance",
                    "changes",
                    "content_hash",
                    "taxonomy_version",
                    "record_partition",
                    "record_offset"),
            Upsert.byVersion("article_version"));
    /** Reaches versions that come late, too. */
    private static final String EMPTY_WITHDRAWN = """
            UPDATE article_version v SET title = '', text = '', authors = '{}', provenance = '{}'
              FROM article_version w
             WHERE w.article_id = ANY (?) AND w.status = 'WITHDRAWN'
               AND v.article_id = w.article_id AND v.version < w.version AND (v.title <> '' OR v.text <> '')""";

    private static final String NO_COPY = "DELETE FROM duplicate WHERE article_id = ANY (?)";

    private final TagTables tags = new TagTables();

    @Override
    public String table() {
        return ARTICLE.table();
    }

    @Override
    public int write(Connection connection, List<Entry<EnrichedArticle>> entries) throws SQLException {
        var newest = writeArticles(connection, entries);
        writeVersions(connection, entries);
        var ids = entries.stream().map(entry -> entry.value().getArticleId()).toList();
        execute(connection, EMPTY_WITHDRAWN, ids);
        execute(connection, NO_COPY, ids);
        var articles = new LinkedHashMap<String, EnrichedArticle>();
        newest.forEach(article -> articles.put(article.getArticleId(), article));
        tags.replace(connection, articles.values());
        return newest.size();
    }

    /** Gives the articles that replaced what was there, in order; of two versions both may be among them. */
    private static List<EnrichedArticle> writeArticles(Connection connection, List<Entry<EnrichedArticle>> entries)
            throws SQLException {
        try (var statement = connection.prepareStatement(ARTICLE.sql())) {
            var row = new Parameters(statement);
            for (var entry : entries) {
                bindArticle(row, entry);
            }
            var newest = new ArrayList<EnrichedArticle>();
            var counts = statement.executeBatch();
            for (var i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    newest.add(entries.get(i).value());
                }
            }
            return newest;
        }
    }

    private static void bindArticle(Parameters row, Entry<EnrichedArticle> entry) throws SQLException {
        var article = entry.value();
        var withdrawn = article.getStatus() == ArticleStatus.WITHDRAWN;
        row.text(article.getArticleId())
                .number(article.getVersion())
                .text(article.getEvent())
                .text(article.getStatus())
                .text(article.getWithdrawnReason())
                .time(withdrawn ? article.getFetchedAt() : null)
                .text(article.getUrl())
                .text(article.getStoryId())
                .text(article.getSourceId())
                .text(article.getPublisher().getOutlet())
                .text(article.getPublisher().getCountry())
                .text(withdrawn ? "" : article.getTitle())
                .text(withdrawn ? "" : article.getText())
                .texts(withdrawn ? List.of() : article.getAuthors())
                .time(article.getPublished())
                .text(article.getPublishedText())
                .time(article.getModified())
                .time(article.getFetchedAt())
                .time(article.getEventTime())
                .text(article.getLanguage())
                .json(withdrawn ? Json.EMPTY : Json.provenance(article.getProvenance()))
                .json(Json.changes(article.getChanges()))
                .text(withdrawn ? null : article.getLeadImage())
                .text(article.getSection())
                .texts(withdrawn ? List.of() : article.getKeywords())
                .flag(article.getPaywalled())
                .text(article.getContentHash())
                .text(article.getExtractorVersion())
                .text(article.getTaxonomyVersion())
                .time(entry.ingestedAt())
                .position(entry)
                .addRow();
    }

    private static void writeVersions(Connection connection, List<Entry<EnrichedArticle>> entries) throws SQLException {
        try (var statement = connection.prepareStatement(VERSION.sql())) {
            var row = new Parameters(statement);
            for (var entry : entries) {
                var article = entry.value();
                var withdrawn = article.getStatus() == ArticleStatus.WITHDRAWN;
                row.text(article.getArticleId())
                        .number(article.getVersion())
                        .text(article.getEvent())
                        .text(article.getStatus())
                        .text(withdrawn ? "" : article.getTitle())
                        .text(withdrawn ? "" : article.getText())
                        .texts(withdrawn ? List.of() : article.getAuthors())
                        .time(article.getModified())
                        .time(article.getFetchedAt())
                        .json(withdrawn ? Json.EMPTY : Json.provenance(article.getProvenance()))
                        .json(Json.changes(article.getChanges()))
                        .text(article.getContentHash())
                        .text(article.getTaxonomyVersion())
                        .position(entry)
                        .addRow();
            }
            statement.executeBatch();
        }
    }

    private static void execute(Connection connection, String sql, List<String> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new Parameters(statement).texts(ids);
            statement.executeUpdate();
        }
    }
}
