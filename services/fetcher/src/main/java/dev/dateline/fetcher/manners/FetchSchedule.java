package dev.dateline.fetcher.manners;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * What to fetch next: the task that is due and whose host is free, the longest overdue first. Each host has a queue of its
 * own and stands in one line with the others by when its first task can run, so a slow host never holds back the rest and
 * taking a task costs the logarithm of the number of hosts. Without threads and sleeping of its own; thread-safe.
 *
 * @param <T> what a task is to the caller
 */
public final class FetchSchedule<T> {

    /** A task whose turn has come: its host is busy until {@link HostGate} is told otherwise and {@link #done} is called. */
    public record Ready<T>(String host, Instant due, T task) {}

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final HostGate gate;
    private final InstantSource clock;
    private final Map<String, Line<T>> lines = new HashMap<>();
    private final TreeSet<Line<T>> waiting =
            new TreeSet<>(Comparator.comparing((Line<T> line) -> line.runsAt).thenComparing(line -> line.host));
    private long added;
    private int size;

    public FetchSchedule(HostGate gate, InstantSource clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** Adds a task to be run when it is due or as soon after as its host allows. */
    public synchronized void add(String host, Instant due, T task) {
        var line = lines.computeIfAbsent(host, Line::new);
        line.tasks.add(new Entry<>(due, added++, task));
        size++;
        place(line);
    }

    /** Takes the next task that can run now, and its host's turn with it. */
    public synchronized Optional<Ready<T>> poll() {
        while (!waiting.isEmpty() && !waiting.first().runsAt.isAfter(clock.instant())) {
            var line = waiting.first();
            waiting.remove(line);
            if (gate.tryEnter(line.host)) {
                line.busy = true;
                size--;
                var entry = line.tasks.remove();
                return Optional.of(new Ready<>(line.host, entry.due, entry.task));
            }
            // Somebody else had a turn meanwhile: stand in line again by the host's new time.
            place(line);
        }
        return Optional.empty();
    }

    /** Puts the host of a finished task back in line; call it after the gate was told how the request ended. */
    public synchronized void done(Ready<T> ready) {
        var line = lines.get(ready.host());
        if (line != null) {
            line.busy = false;
            place(line);
        }
    }

    /** Gives when {@link #poll} is worth calling again; empty while nothing waits for its time alone. */
    public synchronized Optional<Instant> nextAt() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first().runsAt);
    }

    /** Gives how many tasks wait. */
    public synchronized int size() {
        return size;
    }

    private void place(Line<T> line) {
        waiting.remove(line);
        if (line.busy) {
            return;
        }
        var first = line.tasks.peek();
        if (first == null) {
            lines.remove(line.host);
            return;
        }
        var now = clock.instant();
        // No time is known while someone who is not of this schedule has the turn: look again a moment later.
        var freeAt = Objects.requireNonNullElse(gate.freeAt(line.host), now.plus(LOOK_AGAIN));
        line.runsAt = freeAt.isAfter(now) && freeAt.isAfter(first.due) ? freeAt : first.due;
        waiting.add(line);
    }

    private record Entry<T>(Instant due, long order, T task) {}

    private static final class Line<T> {
        private final String host;
        private final PriorityQueue<Entry<T>> tasks = new PriorityQueue<>(
                Comparator.comparing((Entry<T> entry) -> entry.due).thenComparing(entry -> entry.order));
        private boolean busy;
        private Instant runsAt = Instant.MAX;

        Line(String host) {
            this.host = host;
        }
    }
}
