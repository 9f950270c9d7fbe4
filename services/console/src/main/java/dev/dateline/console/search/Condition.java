package dev.dateline.console.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition of SQL on a row {@code a} of {@code article}, with a parameter in the place of everything that somebody gave.
 *
 * @param parameters texts, numbers, instants and lists of texts, in the order of the question marks
 */
public record Condition(String sql, List<Object> parameters) {

    /** Holds everywhere. */
    public static final Condition ALWAYS = of("true");

    public Condition {
        parameters = List.copyOf(parameters);
    }

    public static Condition of(String sql, Object... parameters) {
        return new Condition(sql, Arrays.asList(parameters));
    }

    /** Holds where all of them hold, of which there is at least one. */
    static Condition all(Collection<Condition> conditions) {
        return new Condition(
                conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND ")),
                conditions.stream()
                        .flatMap(condition -> condition.parameters().stream())
                        .toList());
    }

    /** Holds where both hold. */
    public Condition and(Condition other) {
        return all(List.of(this, other));
    }

    /** Gives the parameters to a statement. */
    public static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
        var place = 0;
        for (var value : parameters) {
            place++;
            if (value instanceof Instant time) {
                statement.setObject(place, time.atOffset(ZoneOffset.UTC));
            } else if (value instanceof Collection<?> texts) {
                statement.setArray(
                        place, statement.getConnection().createArrayOf("text", new ArrayList<>(texts).toArray()));
            } else {
                statement.setObject(place, value);
            }
        }
    }
}
