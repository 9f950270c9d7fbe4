package dev.dateline.console.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.console.desk.Entry;
import dev.dateline.console.desk.Summary;
import dev.dateline.console.desk.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an article: its records on the way through the stages, and where it is kept.
 *
 * @param steps in the order of the flow, as far as it came
 * @param match the article that it copies, when that is among the newest
 * @param rows what the database has of it
 * @param traces what each stage did
 * @param copies who copied it
 */
public record Dossier(
        Summary article,
        List<Step> steps,
        @Nullable Summary match,
        List<Rows> rows,
        List<Trace> traces,
        List<Summary> copies) {

    /**
     * A record of an article.
     *
     * @param name raw, clean, verdict or tags
     * @param at its timestamp; null when it could not be had
     * @param content its fields; null when it could not be read
     * @param problem why it could not be had or read; null when it was
     */
    public record Step(
            String name,
            Entry.Place place,
            @Nullable Instant at,
            Map<String, String> headers,
            int bytes,
            @Nullable Map<String, Object> content,
            @Nullable String problem) {}

    /**
     * Rows in the database.
     *
     * @param sql finds them
     * @param found each row by its columns; null when nobody looked, or could
     * @param problem why nobody could look; null when nothing went wrong
     */
    public record Rows(
            String table,
            String sql,
            @Nullable List<JsonNode> found,
            @Nullable String problem) {}
}
