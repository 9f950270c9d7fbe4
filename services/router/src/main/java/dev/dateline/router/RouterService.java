package dev.dateline.router;

import dev.dateline.kafka.rights.KafkaUser;
import dev.dateline.kafka.rights.Right;
import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import java.util.ArrayList;
import java.util.List;

/** The stream of articles; beside it, the routes that people make are followed. */
final class RouterService implements Service, KafkaUser {
    private final LiveRoutes routes;
    private final StreamsService routing;

    RouterService(LiveRoutes routes, StreamsService routing) {
        this.routes = routes;
        this.routing = routing;
    }

    @Override
    public String name() {
        return routing.name();
    }

    /** An article that came before its routes are known would miss them. */
    @Override
    public void start() throws StartException {
        routes.start();
        routing.start();
    }

    @Override
    public List<Right> rights() {
        var rights = new ArrayList<>(routing.rights());
        rights.addAll(routes.rights());
        return List.copyOf(rights);
    }

    @Override
    public Health health() {
        var health = routing.health();
        return health.state() == Health.State.UP ? routes.health() : health;
    }

    @Override
    public void close() {
        routing.close();
        routes.close();
    }
}
