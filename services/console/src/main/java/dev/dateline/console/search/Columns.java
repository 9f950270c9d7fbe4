package dev.dateline.console.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.console.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads columns of PostgreSQL's types. */
final class Columns {
    private Columns() {}

    static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(momentOrNull(row, column), column);
    }

    static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** JSON; null for no value. */
    static @Nullable JsonNode json(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : Json.parse(text);
    }

    /** The elements of a JSON array; none for no value. */
    static List<JsonNode> list(ResultSet row, String column) throws SQLException {
        var elements = new ArrayList<JsonNode>();
        var array = json(row, column);
        if (array != null) {
            array.forEach(elements::add);
        }
        return elements;
    }
}
