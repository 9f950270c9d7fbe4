package dev.dateline.console.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story: who carried a text.
 *
 * @param id that of its original
 * @param status that of the original
 * @param copies how many there are, listed or not
 * @param origin the copy that others credit as their origin, when it came later than the original
 * @param listed the first copies, in order of arrival
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FullStory(
        String id,
        String title,
        String url,
        @Nullable String outlet,
        String status,
        Instant firstSeen,
        Instant lastSeen,
        int copies,
        @Nullable String origin,
        List<Copy> listed) {

    /** A copy in a story. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Copy(
            String id,
            String url,
            @Nullable String outlet,
            Instant seen,
            double similarity,
            String kind,
            String status) {

        static Copy of(ResultSet row) throws SQLException {
            return new Copy(
                    row.getString("article_id"),
                    row.getString("url"),
                    row.getString("outlet"),
                    Columns.moment(row, "seen_at"),
                    row.getDouble("similarity"),
                    row.getString("kind"),
                    row.getString("status"));
        }
    }

    static FullStory of(ResultSet row, List<Copy> listed) throws SQLException {
        return new FullStory(
                row.getString("story_id"),
                row.getString("title"),
                row.getString("url"),
                row.getString("outlet"),
                row.getString("status"),
                Columns.moment(row, "first_seen"),
                Columns.moment(row, "last_seen"),
                row.getInt("copy_count"),
                row.getString("origin"),
                listed);
    }
}
