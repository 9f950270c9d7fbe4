package dev.dateline.router;

import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.pipeline.route.RouteNames;
import dev.dateline.pipeline.route.RouteParser;
import dev.dateline.pipeline.route.RouteSyntaxException;
import dev.dateline.pipeline.route.RouteTable;
import java.util.Map;

/** Routes that a test sets. */
final class FixedRoutes implements RoutesInForce {
    private RouteTable table;

    FixedRoutes(TopicCatalogue catalogue) {
        this.table = RoutesInForce.ofCatalogue(catalogue);
    }

    /** Puts one route in the place of all that people made. */
    void setOwn(String topic, String expression) throws RouteSyntaxException {
        table = table.withOwn(Map.of(topic, RouteParser.parse(expression, RouteNames.CODES)));
    }

    void removeOwn() {
        table = table.withOwn(Map.of());
    }

    @Override
    public RouteTable now() {
        return table;
    }

    @Override
    public RouteTable since(long offset) {
        return table;
    }
}
