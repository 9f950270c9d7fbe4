package dev.dateline.sink.table;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.DuplicateArticle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Copies, the newest version of each. What is stored as an original stays one: the deduplicator never turns an original into a
 * copy, so such a record is from before it became one.
 */
public final class DuplicateTable implements TopicTables<DuplicateArticle> {
    private static final Upsert DUPLICATE = new Upsert(
            "duplicate",
            List.of("article_id"),
            List.of(
                    "version",
                    "event",
                    "status",
                    "withdrawn_reason",
                    "withdrawn_at",
                    "duplicate_of",
                    "story_id",
                    "kind",
                    "similarity",
                    "containment",
                    "url",
                    "source_id",
                    "outlet",
                    "outlet_country",
                    "title",
                    "text",
                    "authors",
                    "published",
                    "fetched_at",
                    "event_time",
                    "language",
                    "provenance",
                    "content_hash",
                    "ingested_at",
                    "record_partition",
                    "record_offset"),
            """
            (excluded.version, excluded.status = 'WITHDRAWN', excluded.record_offset)
            > (duplicate.version, duplicate.status = 'WITHDRAWN', duplicate.record_offset)""");
    private static final String NO_ORIGINAL = """
            DELETE FROM duplicate d USING article a WHERE d.article_id = a.article_id AND d.article_id = ANY (?)""";

    @Override
    public String table() {
        return DUPLICATE.table();
    }

    @Override
    public int write(Connection connection, List<Entry<DuplicateArticle>> entries) throws SQLException {
        int written;
        try (var statement = connection.prepareStatement(DUPLICATE.sql())) {
            var row = new Parameters(statement);
            for (var entry : entries) {
                bind(row, entry);
            }
            written = Arrays.stream(statement.executeBatch()).sum();
        }
        try (var statement = connection.prepareStatement(NO_ORIGINAL)) {
            new Parameters(statement)
                    .texts(entries.stream()
                            .map(entry -> entry.value().getArticle().getArticleId())
                            .toList());
            return Math.max(0, written - statement.executeUpdate());
        }
    }

    private static void bind(Parameters row, Entry<DuplicateArticle> entry) throws SQLException {
        var copy = entry.value();
        var article = copy.getArticle();
        var withdrawn = article.getStatus() == ArticleStatus.WITHDRAWN;
        row.text(article.getArticleId())
                .number(copy.getVersion())
                .text(copy.getEvent())
                .text(article.getStatus())
                .text(article.getWithdrawnReason())
                .time(withdrawn ? article.getFetchedAt() : null)
                .text(copy.getDuplicateOf())
                .text(copy.getStoryId())
                .text(copy.getKind())
                .number(copy.getSimilarity())
                .number(copy.getContainment())
                .text(article.getCanonicalUrl())
                .text(article.getSourceId())
                .text(article.getPublisher().getOutlet())
                .text(article.getPublisher().getCountry())
                .text(withdrawn ? "" : article.getTitle())
                .text(withdrawn ? "" : article.getText())
                .texts(withdrawn ? List.of() : article.getAuthors())
                .time(article.getPublished())
                .time(article.getFetchedAt())
                .time(article.getEventTime())
                .text(article.getLanguage())
                .json(withdrawn ? Json.EMPTY : Json.provenance(article.getProvenance()))
                .text(article.getContentHash())
                .time(entry.ingestedAt())
                .position(entry)
                .addRow();
    }
}
