package dev.dateline.console.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds where articles went and why, among all traces that the database keeps. */
public final class TraceSearch {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final RowReader rows;

    public TraceSearch(RowReader rows) {
        this.rows = rows;
    }

    /**
     * Finds the newest first.
     *
     * @param asked an article's address in any form, its identity, or the id of a source
     * @return empty without a database
     * @throws SQLException when the database does not answer
     */
    public Optional<List<JsonNode>> find(String asked, int limit) throws SQLException {
        var text = asked.strip();
        if (ID.matcher(text).matches()) {
            return rows.traces("article_id", text, limit);
        }
        var address = CanonicalUrl.parse(text);
        return address.isPresent()
                ? rows.traces("article_id", ArticleId.of(address.get()), limit)
                : rows.traces("source_id", text, limit);
    }
}
