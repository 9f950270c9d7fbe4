package dev.dateline.console.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The newest articles in order of intake, each once: a later version takes the place of the one before. When it is full,
 * the oldest goes. Thread-safe.
 *
 * <p>Intake time orders it and not arrival, since at the start several partitions are read one after the other.
 */
public final class ArticleRing {
    private final int capacity;
    private final TreeMap<Position, Entry> byPosition = new TreeMap<>();
    private final Map<String, Position> byKey = new HashMap<>();
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
        var key = entry.summary().key();
        var position = new Position(entry.summary().at().toEpochMilli(), sequence++);
        var before = byKey.put(key, position);
        if (before != null) {
            byPosition.remove(before);
        }
        byPosition.put(position, entry);
        if (byPosition.size() > capacity) {
            var oldest = byPosition.pollFirstEntry();
            byKey.remove(oldest.getValue().summary().key());
        }
    }

    /** Forgets a line. */
    synchronized void remove(String key) {
        var position = byKey.remove(key);
        if (position != null) {
            byPosition.remove(position);
        }
    }

    /**
     * Finds the newest articles that match, newest first.
     *
     * @param view how an article is looked at, by the filter too
     */
    public synchronized List<Entry> newest(UnaryOperator<Entry> view, Predicate<Entry> filter, int limit) {
        return byPosition.descendingMap().values().stream()
                .map(view)
                .filter(filter)
                .limit(limit)
                .toList();
    }

    /** Finds an article by the key of its line. */
    public synchronized Optional<Entry> find(String key) {
        return Optional.ofNullable(byKey.get(key)).map(byPosition::get);
    }

    public synchronized int size() {
        return byKey.size();
    }
}
