package dev.dateline.console.route;

import dev.dateline.console.search.Condition;
import dev.dateline.pipeline.route.RouteExpression;
import dev.dateline.pipeline.route.RouteExpression.All;
import dev.dateline.pipeline.route.RouteExpression.Any;
import dev.dateline.pipeline.route.RouteExpression.Contains;
import dev.dateline.pipeline.route.RouteExpression.InRegion;
import dev.dateline.pipeline.route.RouteExpression.Is;
import dev.dateline.pipeline.route.RouteExpression.Not;
import dev.dateline.pipeline.route.RouteExpression.OnTheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Asks PostgreSQL for what belongs to a route: the condition holds for the articles that the expression matches. What people wrote is
 * in the parameters only.
 */
public final class RouteCondition {
    private RouteCondition() {}

    /** Translates an expression; the condition is never null for a row. */
    public static Condition of(RouteExpression expression) {
        var parameters = new ArrayList<>();
        return new Condition(condition(expression, parameters), parameters);
    }

    private static String condition(RouteExpression expression, List<Object> parameters) {
        if (expression instanceof All all) {
            return joined(all.parts(), " AND ", parameters);
        }
        if (expression instanceof Any any) {
            return joined(any.parts(), " OR ", parameters);
        }
        if (expression instanceof Not not) {
            return "NOT " + condition(not.part(), parameters);
        }
        if (expression instanceof InRegion region) {
            parameters.add(List.copyOf(region.codes()));
            parameters.add(region.roles().stream().map(Enum::name).toList());
            parameters.add(region.score());
            return "EXISTS (SELECT 1 FROM region_tag t WHERE t.article_id = a.article_id AND t.code = ANY (?)"
                    + " AND t.role = ANY (?) AND t.score >= ?)";
        }
        if (expression instanceof OnTheme theme) {
            parameters.add(List.copyOf(theme.codes()));
            parameters.add(theme.score());
            return "EXISTS (SELECT 1 FROM theme_tag t WHERE t.article_id = a.article_id AND t.code = ANY (?)"
                    + " AND t.score >= ?)";
        }
        if (expression instanceof Is is) {
            return is(is, parameters);
        }
        var contains = (Contains) expression;
        parameters.add(lower(contains.words()));
        var column = contains.part().name().toLowerCase(Locale.ROOT);
        return "position(? IN lower(a." + column + ")) > 0";
    }

    private static String joined(List<RouteExpression> parts, String by, List<Object> parameters) {
        return parts.stream().map(part -> condition(part, parameters)).collect(Collectors.joining(by, "(", ")"));
    }

    private static String is(Is is, List<Object> parameters) {
        parameters.add(lower(is.values()));
        return switch (is.property()) {
            case LANGUAGE ->
                "EXISTS (SELECT 1 FROM unnest(?) w WHERE lower(a.language) = w OR starts_with(lower(a.language), w || '-'))";
            case SOURCE -> equal("a.source_id");
            case OUTLET -> equal("a.outlet");
            case COUNTRY -> equal("a.outlet_country");
        };
    }

    /** An article without a value has none of these. */
    private static String equal(String column) {
        return "COALESCE(lower(" + column + ") = ANY (?), false)";
    }

    private static List<String> lower(Collection<String> texts) {
        return texts.stream().map(RouteCondition::lower).toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
