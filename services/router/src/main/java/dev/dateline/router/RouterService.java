package dev.dateline.router;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;

/** The stream of articles; beside it, the routes that people make are followed. */
final class RouterService implements Service {
    private final LiveRoutes routes;
    private final Service routing;

    RouterService(LiveRoutes routes, Service routing) {
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
