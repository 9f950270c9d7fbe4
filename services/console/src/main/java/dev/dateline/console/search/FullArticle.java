package dev.dateline.console.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an article.
 *
 * @param status LIVE, or WITHDRAWN for one whose text is gone
 * @param text empty once withdrawn
 * @param provenance where the text says it comes from
 * @param regions tags with evidence
 * @param themes tags with evidence
 * @param versions the earliest first; none of a copy
 * @param copyOf what it copies; null for an original
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FullArticle(
        String id,
        int version,
        String event,
        String status,
        @Nullable String withdrawnReason,
        @Nullable Instant withdrawn,
        String url,
        String title,
        String text,
        List<String> authors,
        @Nullable String outlet,
        @Nullable String outletCountry,
        String source,
        String story,
        @Nullable Instant published,
        Instant fetched,
        Instant eventTime,
        String language,
        @Nullable JsonNode provenance,
        List<JsonNode> regions,
        List<JsonNode> themes,
        List<Version> versions,
        @Nullable CopyOf copyOf) {

    /** Columns that {@link #of} reads, of {@code article} and {@code duplicate} alike. */
    static final String COLUMNS = """
            a.article_id, a.version, a.event, a.status, a.withdrawn_reason, a.withdrawn_at, a.url, a.title, a.text, a.authors,
            a.outlet, a.outlet_country, a.source_id, a.story_id, a.published, a.fetched_at, a.event_time, a.language,
            a.provenance""";

    /**
     * A version of an original.
     *
     * @param changes what it changed; null for a first version
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            int version,
            String event,
            String status,
            String title,
            String text,
            List<String> authors,
            @Nullable Instant modified,
            Instant fetched,
            @Nullable JsonNode provenance,
            @Nullable JsonNode changes,
            String contentHash,
            String taxonomyVersion) {

        static Version of(ResultSet row) throws SQLException {
            return new Version(
                    row.getInt("version"),
                    row.getString("event"),
                    row.getString("status"),
                    row.getString("title"),
                    row.getString("text"),
                    Columns.texts(row, "authors"),
                    Columns.momentOrNull(row, "modified"),
                    Columns.moment(row, "fetched_at"),
                    Columns.json(row, "provenance"),
                    Columns.json(row, "changes"),
                    row.getString("content_hash"),
                    row.getString("taxonomy_version"));
        }
    }

    /** The verdict on a copy. */
    public record CopyOf(String id, String kind, double similarity, double containment) {}

    static FullArticle of(ResultSet row, List<Version> versions, @Nullable CopyOf copyOf) throws SQLException {
        return new FullArticle(
                row.getString("article_id"),
                row.getInt("version"),
                row.getString("event"),
                row.getString("status"),
                row.getString("withdrawn_reason"),
                Columns.momentOrNull(row, "withdrawn_at"),
                row.getString("url"),
                row.getString("title"),
                row.getString("text"),
                Columns.texts(row, "authors"),
                row.getString("outlet"),
                row.getString("outlet_country"),
                row.getString("source_id"),
                row.getString("story_id"),
                Columns.momentOrNull(row, "published"),
                Columns.moment(row, "fetched_at"),
                Columns.moment(row, "event_time"),
                row.getString("language"),
                Columns.json(row, "provenance"),
                Columns.list(row, "regions"),
                Columns.list(row, "themes"),
                versions,
                copyOf);
    }
}
