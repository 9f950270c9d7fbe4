package dev.dateline.console.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.console.route.MatchedArticles.Match;
import dev.dateline.console.route.RouteFills.Fill;
import dev.dateline.schema.Route;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route as JSON shows it.
 *
 * @param expression with codes for names
 * @param description in the words of whoever set it last; null when nothing was said
 * @param filling how far it is filled with articles of the past; null when it was set before the console began
 * @param matched what belongs to it by the tables of now; null where that was not asked, or not answered in time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RouteView(
        String name,
        String topic,
        String expression,
        @Nullable String description,
        Instant changed,
        String changedBy,
        @Nullable Fill filling,
        @Nullable Matched matched) {

    /**
     * What matches an expression.
     *
     * @param since articles of before do not count
     * @param count how many match
     * @param looked among how many
     */
    public record Matched(Instant since, long count, long looked, List<Match> newest) {
        public static Matched of(MatchedArticles found, Instant since) {
            return new Matched(since, found.count(), found.looked(), found.newest());
        }
    }

    public static RouteView of(Route route, String topic, @Nullable String description, @Nullable Fill filling) {
        return new RouteView(
                route.getName(),
                topic,
                route.getExpression(),
                description,
                route.getCreatedAt(),
                route.getCreatedBy(),
                filling,
                null);
    }

    /** The same with what matches. */
    public RouteView with(@Nullable Matched found) {
        return new RouteView(name, topic, expression, description, changed, changedBy, filling, found);
    }
}
