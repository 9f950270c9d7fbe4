package dev.dateline.kafka.client;

import dev.dateline.runtime.StartException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds the start of a service back until what it follows was read to its end. Thread-safe. */
public final class StartGate {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final CountDownLatch opened = new CountDownLatch(1);

    /** Lets the start go on; may be called again. */
    public void open() {
        opened.countDown();
    }

    /**
     * Waits until it is open.
     *
     * @param what is read, for people
     * @throws StartException when that takes longer than a minute
     */
    public void await(String what) throws StartException {
        try {
            if (opened.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StartException(
                what,
                "was not read to its end within " + TIMEOUT.toSeconds() + " seconds",
                "Look at the log for what Kafka answers, mend that and start again.");
    }
}
