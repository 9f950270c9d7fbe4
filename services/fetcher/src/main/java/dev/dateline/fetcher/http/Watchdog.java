package dev.dateline.fetcher.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/** Cuts fetches off when their time is over: socket timeouts alone never end a trickle. */
final class Watchdog implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "fetch-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    Watchdog() {
        timer.setRemoveOnCancelPolicy(true);
    }

    Deadline start(Duration time) {
        var deadline = new Deadline();
        deadline.alarm = timer.schedule(deadline::end, time.toMillis(), TimeUnit.MILLISECONDS);
        return deadline;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** The time of one fetch; closed when the fetch is done. */
    static final class Deadline implements AutoCloseable {
        private @Nullable ScheduledFuture<?> alarm;
        private @Nullable Cancellable running;
        private boolean over;

        /** Puts what is running now under this deadline, in place of what ran before. */
        synchronized void guard(Cancellable request) {
            running = request;
            if (over) {
                request.cancel();
            }
        }

        synchronized boolean isOver() {
            return over;
        }

        private synchronized void end() {
            over = true;
            if (running != null) {
                running.cancel();
            }
        }

        @Override
        public void close() {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }
}
