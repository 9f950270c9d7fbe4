package dev.dateline.pipeline.route;

import dev.dateline.pipeline.route.RouteExpression.Contains;
import dev.dateline.pipeline.route.RouteExpression.Is;
import dev.dateline.pipeline.route.RouteExpression.Not;
import dev.dateline.pipeline.route.RouteExpression.Part;
import dev.dateline.pipeline.route.RouteExpression.Property;
import dev.dateline.pipeline.route.RouteTokens.Token;
import dev.dateline.schema.RegionRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one condition of an expression. */
final class ConditionReader {
    private static final String FIELDS =
            "Begin with region, theme, role, score, language, source, outlet, country, title or text.";

    private final RouteTokens tokens;
    private final RouteNames names;

    /** What stands behind a field. */
    private record Values(List<Token> tokens, boolean negated) {
        Set<String> texts() {
            return tokens.stream().map(Token::text).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    ConditionReader(RouteTokens tokens, RouteNames names) {
        this.tokens = tokens;
        this.names = names;
    }

    void read(ConditionGroup group) throws RouteSyntaxException {
        var field = tokens.take();
        var name = field.quoted() ? "" : field.text().toLowerCase(Locale.ROOT);
        switch (name) {
            case "region" -> {
                var values = values(name);
                group.addRegions(regions(values), values.negated());
            }
            case "theme" -> {
                var values = values(name);
                group.addThemes(themes(values), values.negated());
            }
            case "role" -> {
                var values = values(name);
                group.setRoles(roles(values), field);
            }
            case "score" -> group.setScore(score(), field);
            case "title" -> group.add(contains(Part.TITLE, name));
            case "text" -> group.add(contains(Part.TEXT, name));
            case "language" -> group.add(is(Property.LANGUAGE, name));
            case "source" -> group.add(is(Property.SOURCE, name));
            case "outlet" -> group.add(is(Property.OUTLET, name));
            case "country" -> group.add(is(Property.COUNTRY, name));
            default ->
                throw new RouteSyntaxException(
                        field.at(),
                        field.text().isEmpty() ? "a condition is missing" : "'" + field.text() + "' is no field",
                        FIELDS);
        }
    }

    private RouteExpression is(Property property, String field) throws RouteSyntaxException {
        var values = values(field);
        var is = new Is(property, values.texts());
        return values.negated() ? new Not(is) : is;
    }

    private RouteExpression contains(Part part, String field) throws RouteSyntaxException {
        if (!tokens.takes("contains")) {
            throw new RouteSyntaxException(
                    tokens.peek().at(),
                    field + " can only be asked what it contains",
                    field + " contains 'gas pipeline'");
        }
        var words = value();
        if (words.text().isBlank()) {
            throw new RouteSyntaxException(words.at(), "there are no words", field + " contains 'gas pipeline'");
        }
        return new Contains(part, words.text().strip());
    }

    private Set<String> regions(Values values) throws RouteSyntaxException {
        var codes = new LinkedHashSet<String>();
        for (var value : values.tokens()) {
            codes.add(names.region(value.text())
                    .orElseThrow(() -> new RouteSyntaxException(
                            value.at(),
                            "no region is called '" + value.text() + "'",
                            names.regionInsteadOf(value.text()))));
        }
        return codes;
    }

    private Set<String> themes(Values values) throws RouteSyntaxException {
        var codes = new LinkedHashSet<String>();
        for (var value : values.tokens()) {
            codes.add(names.theme(value.text())
                    .orElseThrow(() -> new RouteSyntaxException(
                            value.at(),
                            "no theme is called '" + value.text() + "'",
                            names.themeInsteadOf(value.text()))));
        }
        return codes;
    }

    private static Set<RegionRole> roles(Values values) throws RouteSyntaxException {
        var roles = new LinkedHashSet<RegionRole>();
        for (var value : values.tokens()) {
            roles.add(Arrays.stream(RegionRole.values())
                    .filter(role -> role.name().equalsIgnoreCase(value.text()))
                    .findFirst()
                    .orElseThrow(() -> new RouteSyntaxException(
                            value.at(),
                            "no role is called '" + value.text() + "'",
                            "Roles are " + Arrays.toString(RegionRole.values()) + ".")));
        }
        if (values.negated()) {
            var others = new LinkedHashSet<>(List.of(RegionRole.values()));
            others.removeAll(roles);
            return others;
        }
        return roles;
    }

    private double score() throws RouteSyntaxException {
        var sign = tokens.take();
        if (!sign.is(">=")) {
            throw new RouteSyntaxException(sign.at(), "score is compared with >= only", "score >= 0.5");
        }
        var number = value();
        try {
            var least = Double.parseDouble(number.text());
            if (least >= 0 && least <= 1) {
                return least;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new RouteSyntaxException(
                number.at(), "'" + number.text() + "' is no score", "Write a number from 0 to 1 like 0.5.");
    }

    /** One value behind = or !=, or a list of them behind in. */
    private Values values(String field) throws RouteSyntaxException {
        var sign = tokens.peek();
        if (tokens.takes("=")) {
            return new Values(List.of(value()), false);
        }
        if (tokens.takes("!=")) {
            return new Values(List.of(value()), true);
        }
        boolean negated = tokens.takes("not");
        if (!tokens.takes("in") || !tokens.takes("(")) {
            throw new RouteSyntaxException(
                    negated ? tokens.peek().at() : sign.at(),
                    field + " must be followed by =, != or in (",
                    field + " in (A, B)");
        }
        var values = new ArrayList<Token>();
        do {
            values.add(value());
        } while (tokens.takes(","));
        if (!tokens.takes(")")) {
            throw new RouteSyntaxException(
                    tokens.peek().at(), "the list is not closed", "Put , between values and ) behind the last.");
        }
        return new Values(values, negated);
    }

    private Token value() throws RouteSyntaxException {
        var value = tokens.take();
        boolean isSign = !value.quoted() && value.text().matches("[(),=<>!]*");
        if (isSign) {
            throw new RouteSyntaxException(
                    value.at(), "a value is missing", "Write a name, in quotation marks if it has spaces.");
        }
        return value;
    }
}
