package dev.dateline.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A clean end on SIGTERM and Ctrl-C, from the first moment on: the main thread is interrupted, closes what it has opened as it
 * unwinds, and the JVM waits for it. There is one per JVM, as there is one set of shutdown hooks.
 */
public final class Termination {
    /** A little more than a service may take to close. */
    private static final int SECONDS = 40;

    private static final CountDownLatch DONE = new CountDownLatch(1);

    private Termination() {}

    /** Watches over the calling thread, which is to be the main one. Call it once, before anything is opened. */
    public static void guardMainThread() {
        var main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(main), "termination"));
    }

    /** Says that the main thread has closed everything. Call it before {@link System#exit}. */
    public static void done() {
        DONE.countDown();
    }

    private static void end(Thread main) {
        if (DONE.getCount() == 0) {
            return;
        }
        main.interrupt();
        try {
            DONE.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
