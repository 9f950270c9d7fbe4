package dev.dateline.standalone.route;

import dev.dateline.console.route.RouteCondition;
import dev.dateline.console.search.Condition;
import dev.dateline.console.search.OwnRoutes;
import dev.dateline.pipeline.route.RouteNames;
import dev.dateline.pipeline.route.RouteParser;
import dev.dateline.pipeline.route.RouteSyntaxException;
import dev.dateline.schema.Route;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The routes of one moment, for searches. */
public record StoredRoutes(Map<String, Route> routes) implements OwnRoutes {
    @Override
    public Optional<Condition> condition(String name) {
        return Optional.ofNullable(routes.get(name)).map(StoredRoutes::condition);
    }

    private static Condition condition(Route route) {
        try {
            return RouteCondition.of(RouteParser.parse(route.getExpression(), RouteNames.CODES));
        } catch (RouteSyntaxException e) {
            throw new IllegalStateException("route " + route.getName() + " was written by a newer program", e);
        }
    }

    @Override
    public Collection<String> names() {
        return routes.keySet();
    }
}
