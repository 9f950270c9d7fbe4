package dev.dateline.console.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as a search gives it.
 *
 * @param event why this version was published
 * @param eventTime orders the articles
 * @param excerpt how the text begins, or what of it was searched for
 * @param copies how many copies of its story there are
 */
public record FoundArticle(
        String id,
        int version,
        String event,
        String url,
        String title,
        Excerpt excerpt,
        List<String> authors,
        @Nullable String outlet,
        @Nullable String outletCountry,
        String source,
        String story,
        int copies,
        @Nullable Instant published,
        @Nullable Instant modified,
        Instant fetched,
        Instant eventTime,
        String language,
        List<Region> regions,
        List<Theme> themes,
        @Nullable String section,
        List<String> keywords,
        @Nullable String image) {

    /** Columns that {@link #of} reads, of a row {@code a} of {@code article}; the excerpt stands beside them. */
    static final String COLUMNS = """
            a.article_id, a.version, a.event, a.url, a.title, a.authors, a.outlet, a.outlet_country, a.source_id, a.story_id,
            a.published, a.modified, a.fetched_at, a.event_time, a.language, a.section, a.keywords, a.lead_image,
            (SELECT s.copy_count FROM story s WHERE s.story_id = a.article_id) AS copies,
            (SELECT json_agg(json_build_object('code', r.code, 'role', lower(r.role), 'score', r.score)
                             ORDER BY r.score DESC, r.code, r.role)
               FROM region_tag r WHERE r.article_id = a.article_id) AS regions,
            (SELECT json_agg(json_build_object('code', t.code, 'score', t.score) ORDER BY t.score DESC, t.code)
               FROM theme_tag t WHERE t.article_id = a.article_id) AS themes""";

    /**
     * A region tag.
     *
     * @param name in English; the code of one that an operator made
     */
    public record Region(String code, String name, String role, double score) {}

    /** A theme tag. */
    public record Theme(String code, String name, double score) {}

    static FoundArticle of(ResultSet row, TagNames names) throws SQLException {
        return new FoundArticle(
                row.getString("article_id"),
                row.getInt("version"),
                row.getString("event"),
                row.getString("url"),
                row.getString("title"),
                Excerpt.marked(row.getString("excerpt")),
                Columns.texts(row, "authors"),
                row.getString("outlet"),
                row.getString("outlet_country"),
                row.getString("source_id"),
                row.getString("story_id"),
                row.getInt("copies"),
                Columns.momentOrNull(row, "published"),
                Columns.momentOrNull(row, "modified"),
                Columns.moment(row, "fetched_at"),
                Columns.moment(row, "event_time"),
                row.getString("language"),
                Columns.list(row, "regions").stream()
                        .map(tag -> region(tag, names))
                        .toList(),
                Columns.list(row, "themes").stream()
                        .map(tag -> theme(tag, names))
                        .toList(),
                row.getString("section"),
                Columns.texts(row, "keywords"),
                row.getString("lead_image"));
    }

    private static Region region(JsonNode tag, TagNames names) {
        var code = tag.path("code").asText();
        return new Region(
                code,
                names.nameOfRegion(code),
                tag.path("role").asText(),
                tag.path("score").asDouble());
    }

    private static Theme theme(JsonNode tag, TagNames names) {
        var code = tag.path("code").asText();
        return new Theme(code, names.nameOfTheme(code), tag.path("score").asDouble());
    }

    /** Where it stands among the found. */
    @JsonIgnore
    public Cursor cursor() {
        return new Cursor(eventTime, id);
    }

    /** When what is shown here was written last. */
    @JsonIgnore
    public Instant updated() {
        return modified != null && modified.isBefore(fetched) ? modified : fetched;
    }
}
