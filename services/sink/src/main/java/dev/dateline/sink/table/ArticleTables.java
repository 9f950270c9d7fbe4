package dev.dateline.sink.table;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.sink.table.Upsert.Fate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Originals: the newest version in {@code article}, every version in {@code article_version}, the tags of the newest.
 *
 * <p>A withdrawal keeps the rows and empties them, in every version: what was taken down must not be had from us. An original
 * is no duplicate any more, so the row that it may have had as a copy goes.
 */
public final class ArticleTables implements TopicTables<EnrichedArticle> {
    private static final Upsert ARTICLE = new Upsert(
            "article",
            Column.of("article_id text"),
            Column.of(
                    "version integer",
                    "event text",
                    "status text",
                    "withdrawn_reason text",
                    "withdrawn_at timestamptz",
                    "url text",
                    "story_id text",
                    "source_id text",
                    "outlet text",
                    "outlet_country text",
                    "title text",
                    "text text",
                    "authors text[]",
                    "published timestamptz",
                    "published_text text",
                    "modified timestamptz",
                    "fetched_at timestamptz",
                    "event_time timestamptz",
                    "language text",
                    "provenance jsonb",
                    "changes jsonb",
                    "lead_image text",
                    "section text",
                    "keywords text[]",
                    "paywalled boolean",
                    "content_hash text",
                    "extractor_version text",
                    "taxonomy_version text",
                    "ingested_at timestamptz",
                    "record_partition integer",
                    "record_offset bigint"),
            Upsert.byVersion("article"));
    private static final String NO_COPY = "DELETE FROM duplicate WHERE article_id = ANY (?)";

    private final VersionTable versions = new VersionTable();
    private final TagTables tags = new TagTables();

    @Override
    public String table() {
        return ARTICLE.table();
    }

    @Override
    public int write(Connection connection, List<Entry<EnrichedArticle>> entries) throws SQLException {
        var batch = new Batch();
        for (var wave : Waves.of(entries, entry -> entry.value().getArticleId())) {
            batch.written(wave, writeArticles(connection, wave));
            versions.write(connection, wave, batch.known);
        }
        versions.emptyWithdrawn(connection, batch.known);
        ByKey.execute(connection, NO_COPY, batch.all);
        tags.replace(connection, batch.newest.values(), batch.replaced);
        return batch.changes;
    }

    /** What became of the articles of a batch so far. */
    private static final class Batch {
        private final Set<String> all = new LinkedHashSet<>();
        /** Those that may have had versions before. */
        private final Set<String> known = new LinkedHashSet<>();
        /** Those whose row took the place of another one. */
        private final Set<String> replaced = new LinkedHashSet<>();

        private final Map<String, EnrichedArticle> newest = new LinkedHashMap<>();
        private int changes;

        void written(List<Entry<EnrichedArticle>> wave, Map<String, Fate> fates) {
            for (var entry : wave) {
                var article = entry.value();
                var id = article.getArticleId();
                var fate = fates.get(id);
                all.add(id);
                if (fate != Fate.NEW) {
                    known.add(id);
                }
                if (fate == Fate.NEWER) {
                    replaced.add(id);
                }
                if (fate != null) {
                    newest.put(id, article);
                    changes++;
                }
            }
        }
    }

    private static Map<String, Fate> writeArticles(Connection connection, List<Entry<EnrichedArticle>> wave)
            throws SQLException {
        var rows = ARTICLE.rows();
        wave.forEach(entry -> addArticle(rows, entry));
        return ARTICLE.writeTelling(connection, rows);
    }

    private static void addArticle(Rows rows, Entry<EnrichedArticle> entry) {
        var article = entry.value();
        var withdrawn = article.getStatus() == ArticleStatus.WITHDRAWN;
        rows.text(article.getArticleId())
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
                .endRow();
    }
}
