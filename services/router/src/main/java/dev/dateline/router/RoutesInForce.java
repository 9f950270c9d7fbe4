package dev.dateline.router;

import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.pipeline.route.RouteTable;
import java.util.Map;

/** The routes by which articles are sent. Thread-safe. */
interface RoutesInForce {

    /** The routes of this moment. */
    RouteTable now();

    /**
     * The routes with a change that was made; waits for it some seconds.
     *
     * @param offset of the change on the topic of routes
     */
    RouteTable since(long offset);

    /** The regions and themes that have topics of their own, and no routes of people. */
    static RouteTable ofCatalogue(TopicCatalogue catalogue) {
        return new RouteTable(
                catalogue.family("region").topicByCode(),
                catalogue.family("theme").topicByCode(),
                Map.of());
    }
}
