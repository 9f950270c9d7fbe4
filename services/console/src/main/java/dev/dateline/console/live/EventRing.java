package dev.dateline.console.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The newest events, so that a reader who was cut off gets what it missed. Ids are {@code <epoch>-<sequence>}: the epoch
 * tells the events of this run of the program from those of the one before. Guarded by its owner.
 */
final class EventRing {
    private final int capacity;
    private final String epoch;
    private final Deque<LiveEvent> events = new ArrayDeque<>();
    private long last;

    EventRing(int capacity, String epoch) {
        this.capacity = capacity;
        this.epoch = epoch;
    }

    long next() {
        return last + 1;
    }

    String idOf(long sequence) {
        return epoch + "-" + sequence;
    }

    void add(LiveEvent event) {
        last = event.sequence();
        events.addLast(event);
        if (events.size() > capacity) {
            events.removeFirst();
        }
    }

    /** The events behind an id; empty when the id is not ours or some of them are gone. */
    Optional<List<LiveEvent>> after(String id) {
        if (!id.matches(epoch + "-\\d{1,18}")) {
            return Optional.empty();
        }
        var seen = Long.parseLong(id.substring(epoch.length() + 1));
        var oldestSeen = last - events.size();
        if (seen < oldestSeen || seen > last) {
            return Optional.empty();
        }
        return Optional.of(
                events.stream().filter(event -> event.sequence() > seen).toList());
    }
}
