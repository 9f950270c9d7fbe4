package dev.dateline.console.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that a request gives, and all that is found wrong with them. */
public final class GivenValues {
    private final Map<String, List<String>> given;
    private final List<QueryProblem> problems = new ArrayList<>();

    public GivenValues(Map<String, List<String>> given) {
        this.given = given;
    }

    Set<String> names() {
        return given.keySet();
    }

    /** Throws when anything was found wrong. */
    public void requireSense() throws InvalidQueryException {
        if (!problems.isEmpty()) {
            throw new InvalidQueryException(problems);
        }
    }

    /** The only value; a second one is a problem. */
    public Optional<String> single(String parameter) {
        var values = values(parameter);
        if (values.size() > 1) {
            problem(parameter, parameter + " can be given once only");
        }
        return values.stream().findFirst();
    }

    /** The values that say something, without those that PostgreSQL could not take. */
    List<String> values(String parameter) {
        var values = given.getOrDefault(parameter, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        var refused = refusal(values);
        if (refused != null) {
            problem(parameter, parameter + " " + refused);
            return List.of();
        }
        return values;
    }

    private static @Nullable String refusal(List<String> values) {
        if (values.size() > ArticleQuery.MAX_VALUES) {
            return "can have " + ArticleQuery.MAX_VALUES + " values";
        }
        if (values.stream().anyMatch(value -> value.length() > ArticleQuery.MAX_LENGTH)) {
            return "can have " + ArticleQuery.MAX_LENGTH + " characters";
        }
        return values.stream().allMatch(GivenValues::isText) ? null : "must be text without control characters";
    }

    /** Tells whether PostgreSQL can take it: lone surrogates cannot be written in UTF-8, and NUL is refused. */
    public static boolean isText(String value) {
        return value.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }

    /** Notes what is wrong with a parameter, once. */
    public void problem(String parameter, String detail) {
        var problem = new QueryProblem(parameter, detail);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
