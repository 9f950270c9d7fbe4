package dev.dateline.console.live;

import dev.dateline.console.ConsoleMetrics;
import dev.dateline.console.desk.Entry;
import dev.dateline.console.desk.NewsListener;
import dev.dateline.console.desk.Overview;
import dev.dateline.console.desk.SourceBoard;
import dev.dateline.console.json.Json;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells readers what is new. Articles and counts of copies have ids and can be sent again; figures and sources are states, of which
 * only the newest counts.
 */
public final class LiveFeed implements NewsListener {
    static final int RING = 10_000;
    /** Each holds a thread of the server. */
    public static final int MAX_READERS = 250;

    private final EventRing ring;
    private final List<Reader> readers = new CopyOnWriteArrayList<>();
    private final Counter cutOff;
    private @Nullable Overview told;
    /** Readers that hold a thread: one that was cut off does until its last write ends. */
    private int seats;

    private boolean closed;

    /** Makes it; the epoch is another one for each run of the program. */
    public LiveFeed(MeterRegistry meters, String epoch) {
        this.ring = new EventRing(RING, epoch);
        this.cutOff = ConsoleMetrics.CUT_OFF.counter(meters);
        ConsoleMetrics.READERS.gauge(meters, readers, List::size);
    }

    @Override
    public void article(Entry entry) {
        publish("article", entry.summary(), entry);
    }

    @Override
    public void copies(String storyId, int count) {
        publish("copies", Map.of("storyId", storyId, "count", count), null);
    }

    @Override
    public void source(SourceBoard.Row row) {
        tell("source", row);
    }

    @Override
    public void overview(Overview overview) {
        if (told == null || !overview.sameAs(told)) {
            told = overview;
            tell("overview", overview);
        }
    }

    @Override
    public void caughtUp() {
        tell("reload", Map.of());
    }

    /** Sends something that can be sent again. */
    private synchronized void publish(String type, Object data, @Nullable Entry subject) {
        var sequence = ring.next();
        var event = new LiveEvent(sequence, LiveEvent.frame(ring.idOf(sequence), type, Json.text(data)), subject);
        ring.add(event);
        send(event);
    }

    /** Sends a state. */
    private synchronized void tell(String type, Object data) {
        send(new LiveEvent(0, LiveEvent.frame("", type, Json.text(data)), null));
    }

    private void send(LiveEvent event) {
        for (var reader : readers) {
            if (reader.wants(event) && !reader.offer(event)) {
                cutOff.increment();
                end(reader);
            }
        }
    }

    /** A reader who was let in, and what it missed: empty when that is not known, and it must load everything anew. */
    record Admission(Reader reader, Optional<List<LiveEvent>> missed) {}

    /** Lets a reader in; empty when there are too many. */
    synchronized Optional<Admission> admit(Predicate<Entry> filter, @Nullable String lastEventId) {
        if (closed || seats >= MAX_READERS) {
            return Optional.empty();
        }
        var reader = new Reader(filter);
        Optional<List<LiveEvent>> missed = lastEventId == null ? Optional.empty() : ring.after(lastEventId);
        readers.add(reader);
        seats++;
        return Optional.of(new Admission(
                reader,
                missed.map(events -> events.stream().filter(reader::wants).toList())));
    }

    private void end(Reader reader) {
        reader.close();
        readers.remove(reader);
    }

    /** Lets a reader go whose thread is free again. */
    synchronized void leave(Reader reader) {
        end(reader);
        seats--;
    }

    /** Sends every reader away. */
    public synchronized void close() {
        closed = true;
        readers.forEach(this::end);
    }
}
