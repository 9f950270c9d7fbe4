package dev.dateline.console.search;

import dev.dateline.runtime.Nearest;
import dev.dateline.schema.RegionRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a query from the parameters of a request, and notes everything that is wrong with them. */
public final class QueryParameters {
    /** All there are; the OpenAPI document describes them. */
    public static final List<String> NAMES = List.of(
            "region",
            "role",
            "theme",
            "language",
            "source",
            "outlet",
            "route",
            "q",
            "title",
            "since",
            "until",
            "after",
            "limit");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final List<String> ROLES = Arrays.stream(RegionRole.values())
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .toList();

    private final GivenValues given;
    private final TagNames names;
    private final List<String> known;

    private QueryParameters(GivenValues given, TagNames names, List<String> known) {
        this.given = given;
        this.names = names;
        this.known = known;
    }

    /**
     * Reads a query.
     *
     * @param given every parameter with its values
     * @param names of the regions and themes there are
     * @throws InvalidQueryException with all that is wrong
     */
    public static ArticleQuery read(Map<String, List<String>> given, TagNames names) throws InvalidQueryException {
        var values = new GivenValues(given);
        var query = read(values, names, NAMES);
        values.requireSense();
        return query;
    }

    /**
     * Reads a query, and notes with the values what is wrong.
     *
     * @param known parameters that can be given; those beyond {@link #NAMES} are the caller's to read
     */
    public static ArticleQuery read(GivenValues values, TagNames names, List<String> known) {
        return new QueryParameters(values, names, known).query();
    }

    /**
     * Reads which route is asked for.
     *
     * @return what belongs to it; {@link Condition#ALWAYS} when none is asked for
     * @throws InvalidQueryException when there is no such route
     */
    public static Condition route(Map<String, List<String>> given, OwnRoutes routes) throws InvalidQueryException {
        var values = new GivenValues(given);
        var name = route(values, routes);
        values.requireSense();
        return name.flatMap(routes::condition).orElse(Condition.ALWAYS);
    }

    /** Reads the name of a route, and notes with the values when there is none of this name. */
    public static Optional<String> route(GivenValues values, OwnRoutes routes) {
        var name = values.single("route");
        if (name.isPresent() && !routes.names().contains(name.get())) {
            values.problem(
                    "route",
                    "there is no such route. "
                            + Nearest.question(name.get(), routes.names(), "'dateline routes list' names them."));
        }
        return name;
    }

    private ArticleQuery query() {
        given.names().forEach(this::checkName);
        var regions = codes("region", names::region);
        var roles = roles(regions);
        var since = moment("since");
        var until = moment("until");
        if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
            given.problem("until", "until must be later than since");
        }
        return new ArticleQuery(
                regions,
                roles,
                codes("theme", names::theme),
                given.values("language").stream()
                        .flatMap(this::language)
                        .distinct()
                        .toList(),
                given.values("source"),
                given.values("outlet"),
                given.single("q"),
                given.single("title"),
                since,
                until,
                after(),
                limit());
    }

    private void checkName(String name) {
        if (!known.contains(name)) {
            given.problem(
                    name,
                    "there is no such parameter. "
                            + Nearest.question(name, known, "There are " + String.join(", ", known) + "."));
        }
    }

    private List<String> codes(String parameter, Function<String, TagNames.Found> find) {
        var codes = new ArrayList<String>();
        for (var value : given.values(parameter)) {
            var found = find.apply(value);
            found.code().ifPresentOrElse(codes::add, () -> given.problem(parameter, found.problem()));
        }
        return codes.stream().distinct().toList();
    }

    private List<RegionRole> roles(List<String> regions) {
        var asked = given.values("role");
        if (asked.isEmpty()) {
            return List.of(RegionRole.ABOUT);
        }
        if (regions.isEmpty() && given.values("region").isEmpty()) {
            given.problem("role", "role says how an article is connected with a region: give a region too");
        }
        var roles = new ArrayList<RegionRole>();
        for (var role : asked) {
            if (ROLES.contains(role.toLowerCase(Locale.ROOT))) {
                roles.add(RegionRole.valueOf(role.toUpperCase(Locale.ROOT)));
            } else {
                given.problem("role", "role must be one of " + String.join(", ", ROLES));
            }
        }
        return roles.stream().distinct().toList();
    }

    private Stream<String> language(String value) {
        if (!LANGUAGE.matcher(value).matches()) {
            given.problem("language", "language must be a BCP 47 tag such as kk or zh-Hant");
            return Stream.empty();
        }
        return Stream.of(Locale.forLanguageTag(value).toLanguageTag());
    }

    private Optional<Instant> moment(String parameter) {
        return given.single(parameter).flatMap(text -> {
            var moment = Moments.parse(text);
            if (moment.isEmpty()) {
                given.problem(parameter, parameter + " must be " + Moments.FORMS);
            }
            return moment;
        });
    }

    private Optional<Cursor> after() {
        return given.single("after").flatMap(text -> {
            var cursor = Cursor.parse(text);
            if (cursor.isEmpty()) {
                given.problem("after", "after must be what a page before gave as next");
            }
            return cursor;
        });
    }

    private int limit() {
        var text = given.single("limit").orElse(Integer.toString(ArticleQuery.DEFAULT_LIMIT));
        var limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > ArticleQuery.MAX_LIMIT) {
            given.problem("limit", "limit must be a whole number from 1 to " + ArticleQuery.MAX_LIMIT);
        }
        return limit;
    }

    /** The parameters of a query that leads to the same articles, in one order, for addresses that do not change. */
    public static String canonical(Map<String, List<String>> given) {
        return NAMES.stream()
                .filter(name -> !name.equals("after"))
                .flatMap(name -> given.getOrDefault(name, List.of()).stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .sorted()
                        .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }
}
