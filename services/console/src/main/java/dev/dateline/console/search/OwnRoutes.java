package dev.dateline.console.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The routes that people made, as far as searches need to know. */
public interface OwnRoutes {
    /** There are none. */
    OwnRoutes NONE = new OwnRoutes() {
        @Override
        public Optional<Condition> condition(String name) {
            return Optional.empty();
        }

        @Override
        public Collection<String> names() {
            return List.of();
        }
    };

    /** What belongs to a route; empty when there is none of this name. */
    Optional<Condition> condition(String name);

    Collection<String> names();
}
