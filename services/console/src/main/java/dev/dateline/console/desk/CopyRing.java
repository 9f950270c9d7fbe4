package dev.dateline.console.desk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The newest copies, findable by the story that they belong to. When it is full, the oldest goes. Thread-safe. */
public final class CopyRing {
    private final int capacity;
    private final LinkedHashMap<String, Summary> byId = new LinkedHashMap<>();
    private final Map<String, Map<String, Summary>> byStory = new HashMap<>();

    public CopyRing(int capacity) {
        this.capacity = capacity;
    }

    /** Takes a copy in, in place of an earlier version of the same article. */
    synchronized void put(Summary copy) {
        remove(copy.id());
        byId.put(copy.id(), copy);
        byStory.computeIfAbsent(storyOf(copy), story -> new LinkedHashMap<>()).put(copy.id(), copy);
        if (byId.size() > capacity) {
            remove(byId.keySet().iterator().next());
        }
    }

    /** Forgets an article that is a copy no longer. */
    synchronized void remove(String id) {
        var copy = byId.remove(id);
        if (copy != null) {
            byStory.computeIfPresent(storyOf(copy), (story, copies) -> {
                copies.remove(id);
                return copies.isEmpty() ? null : copies;
            });
        }
    }

    private static String storyOf(Summary copy) {
        return Objects.requireNonNull(copy.storyId(), "a copy belongs to a story");
    }

    /** The copies of a story, in order of arrival. */
    public synchronized List<Summary> ofStory(String storyId) {
        return List.copyOf(byStory.getOrDefault(storyId, Map.of()).values());
    }

    /** How many copies of a story are known. */
    public synchronized int countOf(String storyId) {
        return byStory.getOrDefault(storyId, Map.of()).size();
    }
}
