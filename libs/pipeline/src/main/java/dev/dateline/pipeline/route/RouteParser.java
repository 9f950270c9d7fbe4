package dev.dateline.pipeline.route;

import dev.dateline.pipeline.route.RouteExpression.All;
import dev.dateline.pipeline.route.RouteExpression.Any;
import dev.dateline.pipeline.route.RouteExpression.Not;
import dev.dateline.pipeline.route.RouteTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads route expressions such as {@code region in (143) and theme in (medtop:20000256) and role = ABOUT and score >= 0.5}.
 *
 * <pre>
 * expression = all { "or" all }
 * all        = part { "and" part }
 * part       = "not" part | "(" expression ")" | condition
 * condition  = ("region" | "theme" | "role" | "language" | "source" | "outlet" | "country") (["not"] "in" "(" value {"," value} ")"
 *              | "=" value | "!=" value) | "score" ">=" number | ("title" | "text") "contains" value
 * </pre>
 *
 * Role and score say of the regions and themes that stand beside them, joined by {@code and} and not in parentheses of their
 * own. Without a role a region is one that the article is about.
 */
public final class RouteParser {
    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 30;

    private final RouteTokens tokens;
    private final ConditionReader conditions;
    private int depth;

    private RouteParser(RouteTokens tokens, RouteNames names) {
        this.tokens = tokens;
        this.conditions = new ConditionReader(tokens, names);
    }

    /**
     * Reads an expression.
     *
     * @throws RouteSyntaxException when it cannot be read, or names what nobody knows
     */
    public static RouteExpression parse(String expression, RouteNames names) throws RouteSyntaxException {
        if (expression.length() > LONGEST) {
            throw new RouteSyntaxException(
                    LONGEST, "is longer than " + LONGEST + " characters", "Make several routes of it.");
        }
        var tokens = new RouteTokens(expression);
        var parsed = new RouteParser(tokens, names).any();
        if (!tokens.atEnd()) {
            throw new RouteSyntaxException(
                    tokens.peek().at(), "nothing is expected here", "Join conditions with and, or.");
        }
        return parsed;
    }

    private RouteExpression any() throws RouteSyntaxException {
        var parts = new ArrayList<RouteExpression>();
        do {
            parts.add(all());
        } while (tokens.takes("or"));
        return parts.size() == 1 ? parts.get(0) : new Any(parts);
    }

    private RouteExpression all() throws RouteSyntaxException {
        var group = new ConditionGroup();
        do {
            part(group);
        } while (tokens.takes("and"));
        List<RouteExpression> parts = group.finish();
        return parts.size() == 1 ? parts.get(0) : new All(parts);
    }

    private void part(ConditionGroup group) throws RouteSyntaxException {
        if (tokens.takes("not")) {
            var negated = new ConditionGroup();
            deeper(() -> {
                part(negated);
                return Optional.empty();
            });
            var parts = negated.finish();
            group.add(new Not(parts.size() == 1 ? parts.get(0) : new All(parts)));
        } else if (tokens.peek().is("(")) {
            var opening = tokens.take();
            var inner = deeper(() -> Optional.of(any())).orElseThrow();
            close(opening);
            group.add(inner);
        } else {
            conditions.read(group);
        }
    }

    private interface Step {
        Optional<RouteExpression> run() throws RouteSyntaxException;
    }

    private Optional<RouteExpression> deeper(Step step) throws RouteSyntaxException {
        if (++depth > DEEPEST) {
            throw new RouteSyntaxException(
                    tokens.peek().at(), "is nested more than " + DEEPEST + " deep", "Make several routes of it.");
        }
        var result = step.run();
        depth--;
        return result;
    }

    private void close(Token opening) throws RouteSyntaxException {
        if (!tokens.takes(")")) {
            throw new RouteSyntaxException(
                    tokens.peek().at(),
                    "the parenthesis of character " + (opening.at() + 1) + " is not closed",
                    "Write ) here, or join with and, or.");
        }
    }
}
