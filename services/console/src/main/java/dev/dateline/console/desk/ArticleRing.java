package dev.dateline.console.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The newest articles in order of intake, each once: a later version takes the place of the one before. When it is full,
 * the oldest goes. Thread-safe.
 *
 * <p>Intake time orders it and not arrival, since at the start several partitions are read one after the other.
 */
public final class ArticleRing {
    private final int capacity;
    private final TreeMap<Position, Entry> byPosition = new TreeMap<>();
    private final Map<String, Position> byId = new HashMap<>();
    private long sequence;

    private record Position(long millis, long sequence) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            return millis != other.millis ? Long.compare(millis, other.millis) : Long.compare(sequence, other.sequence);
        }
    }

    public ArticleRing(int capacity) {
        this.capacity = capacity;
    }

    /** Takes an article in. */
    synchronized void put(Entry entry) {
        var id = entry.article().getArticleId();
        var position = new Position(entry.at().toEpochMilli(), sequence++);
        var before = byId.put(id, position);
        if (before != null) {
            byPosition.remove(before);
        }
        byPosition.put(position, entry);
        if (byPosition.size() > capacity) {
            var oldest = byPosition.pollFirstEntry();
            byId.remove(oldest.getValue().article().getArticleId());
        }
    }

    /** Forgets an article. */
    synchronized void remove(String id) {
        var position = byId.remove(id);
        if (position != null) {
            byPosition.remove(position);
        }
    }

    /** Finds the newest articles that match, newest first. */
    public synchronized List<Entry> newest(Predicate<Entry> filter, int limit) {
        return byPosition.descendingMap().values().stream()
                .filter(filter)
                .limit(limit)
                .toList();
    }

    /** Finds an article by its id. */
    public synchronized Optional<Entry> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(byPosition::get);
    }

    public synchronized int size() {
        return byId.size();
    }
}
