package dev.dateline.console.live;

import dev.dateline.console.desk.Entry;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One who follows the live feed: a filter and a bounded queue. Whoever lets the queue fill up is cut off. */
final class Reader {
    /** What a reader may be behind; at 100 events a second, five seconds. */
    static final int QUEUE = 512;

    /** Wakes whoever waits for the next event. */
    private static final LiveEvent END = new LiveEvent(0, new byte[0], null);

    private final Predicate<Entry> filter;
    private final BlockingQueue<LiveEvent> queue = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean closed;

    Reader(Predicate<Entry> filter) {
        this.filter = filter;
    }

    boolean wants(LiveEvent event) {
        return event.subject() == null || filter.test(event.subject());
    }

    /** Queues an event without waiting; false when there is no room. */
    boolean offer(LiveEvent event) {
        return queue.offer(event);
    }

    /** Waits for the next event; null when none came in time. */
    @Nullable
    LiveEvent next(long millis) throws InterruptedException {
        return queue.poll(millis, TimeUnit.MILLISECONDS);
    }

    void close() {
        closed = true;
        queue.clear();
        queue.offer(END);
    }

    boolean isClosed() {
        return closed;
    }
}
