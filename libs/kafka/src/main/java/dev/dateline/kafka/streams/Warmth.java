package dev.dateline.kafka.streams;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether the stores of an instance, warm copies too, have come near the end of their changelogs since it started. Until then
 * it could not take over at once, so whoever replaces instances one by one had better wait. Asks in a thread of its own, since the
 * broker may not answer, and never again once it is so. Thread-safe.
 */
final class Warmth {
    private static final Logger log = LoggerFactory.getLogger(Warmth.class);

    /** As many records as an instance may be behind for Kafka to give it a task (acceptable.recovery.lag). */
    static final long NEAR = 10_000;

    private final Supplier<OptionalLong> behind;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean reached;

    /**
     * Makes one for an instance that runs.
     *
     * @param behind counts records that are to be read yet; empty without a store
     */
    Warmth(Supplier<OptionalLong> behind) {
        this.behind = behind;
    }

    /** Says what was found last, and asks again when it was not so. */
    boolean isReached() {
        look();
        return reached;
    }

    /** Asks, in a thread of its own, unless that is under way or answered. */
    void look() {
        if (!reached && asking.compareAndSet(false, true)) {
            var thread = new Thread(this::ask, "warmth");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void ask() {
        try {
            reached = behind.get().orElse(0) <= NEAR;
        } catch (RuntimeException e) {
            // Kafka cannot be reached, or the instance has just stopped
            log.atDebug().setCause(e).log("nobody knows how far the stores are");
        } finally {
            asking.set(false);
        }
    }
}
