package dev.dateline.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.console.search.GivenValues;
import dev.dateline.console.search.InvalidQueryException;
import dev.dateline.console.search.Moments;
import dev.dateline.console.search.QueryProblem;
import dev.dateline.kafka.operate.RouteDesk;
import dev.dateline.pipeline.route.RouteExpression;
import dev.dateline.pipeline.route.RouteNames;
import dev.dateline.pipeline.route.RouteParser;
import dev.dateline.pipeline.route.RouteSyntaxException;
import dev.dateline.runtime.Nearest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a route.
 *
 * @param expression what belongs to it
 * @param description empty when nothing is said
 * @param since how far back
 */
record RouteRequest(RouteExpression expression, String description, Instant since) {
    private static final String WEEK = "7d";
    private static final int LONGEST_DESCRIPTION = 500;

    /**
     * Reads it.
     *
     * @param fields that the body may have
     * @throws InvalidQueryException with all that is wrong, in the expression with its place
     */
    static RouteRequest read(JsonNode body, List<String> fields, RouteNames names) throws InvalidQueryException {
        var problems = new ArrayList<QueryProblem>();
        body.fieldNames().forEachRemaining(field -> checkField(field, fields, problems));
        var expression = expression(text(body, "expression", problems), names, problems);
        var description = text(body, "description", problems).strip();
        if (description.length() > LONGEST_DESCRIPTION || !GivenValues.isText(description)) {
            problems.add(new QueryProblem(
                    "description",
                    "description must be a line of up to " + LONGEST_DESCRIPTION
                            + " characters, without control characters"));
        }
        var said = text(body, "since", problems).strip();
        var since = Moments.parse(said.isEmpty() ? WEEK : said);
        if (since.isEmpty()) {
            problems.add(new QueryProblem("since", "since must be " + Moments.FORMS));
        }
        if (!problems.isEmpty()) {
            throw new InvalidQueryException(problems);
        }
        return new RouteRequest(expression.orElseThrow(), description, since.orElseThrow());
    }

    private static void checkField(String field, List<String> fields, List<QueryProblem> problems) {
        if (!fields.contains(field)) {
            problems.add(new QueryProblem(
                    field,
                    "there is no such field. "
                            + Nearest.question(field, fields, "There are " + String.join(", ", fields) + ".")));
        }
    }

    private static String text(JsonNode body, String field, List<QueryProblem> problems) {
        var value = body.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            problems.add(new QueryProblem(field, field + " must be a text"));
        }
        return value.asText("");
    }

    private static Optional<RouteExpression> expression(String text, RouteNames names, List<QueryProblem> problems) {
        try {
            return Optional.of(RouteParser.parse(text, names));
        } catch (RouteSyntaxException e) {
            var detail = e.place(text) + ": " + e.getMessage() + ". " + e.mend();
            problems.add(new QueryProblem("expression", detail, e.position()));
            return Optional.empty();
        }
    }

    /** Refuses what is no name for a route. */
    static void requireName(@Nullable String name) throws InvalidQueryException {
        if (name == null || !RouteDesk.NAME.matcher(name).matches()) {
            throw new InvalidQueryException(
                    List.of(new QueryProblem("name", "this is no name for a topic. " + RouteDesk.NAME_FORM)));
        }
    }
}
