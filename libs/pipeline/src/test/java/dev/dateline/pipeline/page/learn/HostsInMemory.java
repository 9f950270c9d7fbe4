package dev.dateline.pipeline.page.learn;

import dev.dateline.schema.HostState;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Remembers hosts for the length of a test. */
final class HostsInMemory implements HostStates {
    final TreeMap<String, HostState> states = new TreeMap<>();

    @Override
    public HostState get(String host) {
        return states.get(host);
    }

    @Override
    public void put(HostState state) {
        states.put(state.getHost(), state);
    }

    @Override
    public void delete(String host) {
        states.remove(host);
    }

    @Override
    public void forEach(Consumer<HostState> action) {
        states.values().forEach(action);
    }
}
