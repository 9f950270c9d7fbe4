package dev.dateline.sink.table;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every version of every original, in months of ingest.
 *
 * <p>A version that is tagged again keeps its time of ingest. One that comes by another way, from a dead letter or from a Kafka that
 * was lost, has another; it goes to the row that its version has, in whichever month. That is looked up for articles that are stored
 * already only: most are new, and cost nothing.
 */
public final class VersionTable {
    /** In months of ingest, not of {@code fetched_at}, which for an archive is years ago: it would be forgotten as it comes in. */
    public static final Months MONTHS = new Months("article_version");

    private static final Upsert VERSION = new Upsert(
            MONTHS.table(),
            Column.of("article_id text", "version integer", "ingested_at timestamptz"),
            Column.of(
                    "event text",
                    "status text",
                    "title text",
                    "text text",
                    "authors text[]",
                    "modified timestamptz",
                    "fetched_at timestamptz",
                    "provenance jsonb",
                    "changes jsonb",
                    "content_hash text",
                    "taxonomy_version text",
                    "record_partition integer",
                    "record_offset bigint"),
            Upsert.byVersion(MONTHS.table()));
    private static final String STORED =
            "SELECT article_id, version, ingested_at FROM article_version WHERE article_id = ANY (?)";
    /** Reaches versions that come late, too. */
    private static final String EMPTY_WITHDRAWN = """
            UPDATE article_version v SET title = '', text = '', authors = '{}', provenance = '{}'
              FROM article_version w
             WHERE w.article_id = ANY (?) AND w.status = 'WITHDRAWN'
               AND v.article_id = w.article_id AND v.version < w.version AND (v.title <> '' OR v.text <> '')""";

    VersionTable() {}

    private record Key(String articleId, int version) {}

    /**
     * Writes versions, no article twice.
     *
     * @param known articles that may have versions already
     */
    void write(Connection connection, List<Entry<EnrichedArticle>> wave, Set<String> known) throws SQLException {
        var stored = stored(
                connection,
                wave.stream()
                        .map(entry -> entry.value().getArticleId())
                        .filter(known::contains)
                        .toList());
        MONTHS.add(connection, wave.stream().map(Entry::ingestedAt));
        var rows = VERSION.rows();
        for (var entry : wave) {
            var article = entry.value();
            var key = new Key(article.getArticleId(), article.getVersion());
            add(rows, entry, stored.getOrDefault(key, entry.ingestedAt()));
        }
        VERSION.write(connection, rows);
    }

    private static Map<Key, Instant> stored(Connection connection, List<String> articles) throws SQLException {
        var stored = new HashMap<Key, Instant>();
        if (articles.isEmpty()) {
            return stored;
        }
        try (var statement = connection.prepareStatement(STORED)) {
            Rows.bind(statement, 1, articles);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    stored.put(
                            new Key(rows.getString(1), rows.getInt(2)),
                            rows.getObject(3, OffsetDateTime.class).toInstant());
                }
            }
        }
        return stored;
    }

    private static void add(Rows rows, Entry<EnrichedArticle> entry, Instant ingested) {
        var article = entry.value();
        var withdrawn = article.getStatus() == ArticleStatus.WITHDRAWN;
        rows.text(article.getArticleId())
                .number(article.getVersion())
                .time(ingested)
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
                .endRow();
    }

    /** Empties what these articles said before they were withdrawn. */
    void emptyWithdrawn(Connection connection, Collection<String> articles) throws SQLException {
        ByKey.execute(connection, EMPTY_WITHDRAWN, articles);
    }
}
