package dev.dateline.console.live;

import dev.dateline.console.desk.ArticleFilter;
import dev.dateline.console.desk.Words;
import dev.dateline.console.search.GivenValues;
import dev.dateline.console.search.InvalidQueryException;
import dev.dateline.console.search.OwnRoutes;
import dev.dateline.console.search.QueryParameters;
import dev.dateline.console.search.TagNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a reader of the live feed asks for, as searches are read. */
public final class LiveParameters {
    /** All there are; the OpenAPI document describes them. */
    public static final List<String> NAMES =
            List.of("region", "role", "theme", "language", "source", "outlet", "route", "q", "outcome", "text");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String NO_PHRASES =
            "q of the live feed takes words, and a minus before what must not be there: no phrases and no or";

    private final TagNames names;
    private final OwnRoutes routes;

    public LiveParameters(TagNames names, OwnRoutes routes) {
        this.names = names;
        this.routes = routes;
    }

    /**
     * Reads a query.
     *
     * @param given every parameter with its values
     * @throws InvalidQueryException with all that is wrong
     */
    LiveQuery read(Map<String, List<String>> given) throws InvalidQueryException {
        var values = new GivenValues(given);
        var query = QueryParameters.read(values, names, NAMES);
        var route = QueryParameters.route(values, routes);
        var words = List.of(BLANKS.split(query.text().orElse("")));
        var wanted = Words.of(joined(words, false));
        var unwanted = Words.of(joined(words, true));
        if (words.stream().anyMatch(LiveParameters::isMoreThanAWord)) {
            values.problem("q", NO_PHRASES);
        } else if (query.text().isPresent() && wanted.isEmpty() && unwanted.isEmpty()) {
            values.problem("q", "q has no word in it that can be searched for");
        }
        var outcome = values.single("outcome").orElse("").toLowerCase(Locale.ROOT);
        if (!outcome.isEmpty() && !ArticleFilter.OUTCOMES.contains(outcome)) {
            values.problem("outcome", "outcome must be one of " + String.join(", ", ArticleFilter.OUTCOMES));
        }
        var text = values.single("text").orElse("");
        values.requireSense();
        return new LiveQuery(query, route, wanted, unwanted, new ArticleFilter("", outcome, "", "", "", text));
    }

    /** Would mean something else in a search. */
    private static boolean isMoreThanAWord(String word) {
        return word.indexOf('"') >= 0 || word.equalsIgnoreCase("or");
    }

    /** The words with a minus before them, or those without. */
    private static String joined(List<String> words, boolean negated) {
        return words.stream().filter(word -> word.startsWith("-") == negated).collect(Collectors.joining(" "));
    }
}
