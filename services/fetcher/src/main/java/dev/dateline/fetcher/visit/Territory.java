package dev.dateline.fetcher.visit;

import dev.dateline.pipeline.Site;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The sites that this instance looks after: those of its partitions, a site's partition being a hash of its name. Nobody else asks
 * them, so their manners need no agreement between instances. Not thread-safe.
 */
public final class Territory {
    private final ToIntFunction<String> partitionOfKey;
    private final Set<Integer> held = new HashSet<>();

    /**
     * Makes one that holds nothing.
     *
     * @param partitionOfKey the partition of a key, as every writer to the request topic computes it
     */
    public Territory(ToIntFunction<String> partitionOfKey) {
        this.partitionOfKey = partitionOfKey;
    }

    /** Gives the partition that remembers what is known of an address. */
    int partitionOf(String url) {
        return partitionOfKey.applyAsInt(Site.of(url));
    }

    /** Says whether an address is ours to ask. */
    boolean holds(String url) {
        return held.contains(partitionOf(url));
    }

    /** Says whether a key that is no address falls to us. */
    boolean holdsKey(String key) {
        return held.contains(partitionOfKey.applyAsInt(key));
    }

    void add(Set<Integer> partitions) {
        held.addAll(partitions);
    }

    void remove(Set<Integer> partitions) {
        held.removeAll(partitions);
    }
}
