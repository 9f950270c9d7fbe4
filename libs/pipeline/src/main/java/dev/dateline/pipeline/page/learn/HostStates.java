package dev.dateline.pipeline.page.learn;

import dev.dateline.schema.HostState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of each host. The service backs it with a changelogged store, written in one transaction with what is
 * published; a map will do where nothing must survive.
 */
public interface HostStates {

    /** Gives what is remembered of a host; null when it is not known. */
    @Nullable
    HostState get(String host);

    /** Remembers a state under its host, in the place of what was there. */
    void put(HostState state);

    /** Forgets a host; does nothing when it is not known. */
    void delete(String host);

    /** Shows every state once, in any order; the states are not changed meanwhile. */
    void forEach(Consumer<HostState> action);
}
