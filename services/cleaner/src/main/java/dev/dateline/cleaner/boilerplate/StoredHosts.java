package dev.dateline.cleaner.boilerplate;

import dev.dateline.pipeline.page.learn.HostStates;
import dev.dateline.schema.HostState;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The learner's memory in a changelogged store: written in one transaction with what it publishes. */
record StoredHosts(KeyValueStore<String, HostState> store) implements HostStates {
    @Override
    public @Nullable HostState get(String host) {
        return store.get(host);
    }

    @Override
    public void put(HostState state) {
        store.put(state.getHost(), state);
    }

    @Override
    public void delete(String host) {
        store.delete(host);
    }

    @Override
    public void forEach(Consumer<HostState> action) {
        try (var all = store.all()) {
            all.forEachRemaining(entry -> action.accept(entry.value));
        }
    }
}
