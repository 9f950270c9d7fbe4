package dev.dateline.sink.table;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.DuplicateArticle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Copies, the newest version of each. What is stored as an original stays one: the deduplicator never turns an original into a
 * copy, so such a record is from before it became one.
 */
public final class DuplicateTable implements TopicTables<DuplicateArticle> {
    private static final Upsert DUPLICATE = new Upsert(
            "duplicate",
            Column.of("article_id text"),
            Column.of(
                    "version integer",
                    "event text",
                    "status text",
                    "withdrawn_reason text",
                    "withdrawn_at timestamptz",
                    "duplicate_of text",
                    "story_id text",
                    "kind text",
                    "similarity double precision",
                    "containment double precision",
                    "url text",
                    "source_id text",
                    "outlet text",
                    "outlet_country text",
                    "title text",
                    "text text",
                    "authors text[]",
                    "published timestamptz",
                    "fetched_at timestamptz",
                    "event_time timestamptz",
                    "language text",
                    "provenance jsonb",
                    "content_hash text",
                    "ingested_at timestamptz",
                    "record_partition integer",
                    "record_offset bigint"),
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
        var written = 0;
        for (var wave : Waves.of(entries, DuplicateTable::id)) {
            var rows = DUPLICATE.rows();
            wave.forEach(entry -> add(rows, entry));
            written += DUPLICATE.write(connection, rows);
        }
        var ids = entries.stream().map(DuplicateTable::id).distinct().toList();
        return Math.max(0, written - ByKey.execute(connection, NO_ORIGINAL, ids));
    }

    private static String id(Entry<DuplicateArticle> entry) {
        return entry.value().getArticle().getArticleId();
    }

    private static void add(Rows rows, Entry<DuplicateArticle> entry) {
        var copy = entry.value();
        var article = copy.getArticle();
        var withdrawn = article.getStatus() == ArticleStatus.WITHDRAWN;
        rows.text(article.getArticleId())
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
                .endRow();
    }
}
