package dev.dateline.fetcher.work;

import dev.dateline.fetcher.visit.Fetched;
import dev.dateline.fetcher.visit.Task;
import dev.dateline.fetcher.visit.Turn;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of threads that do tasks and hand over what they bring through a bounded queue. When nobody takes it, they
 * wait, and no more is asked of the web. Used by one thread beside their own.
 */
public final class Workers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    private final int count;
    private final TaskRunner runner;
    private final Manners manners;
    private final Timer duration;
    private final Semaphore free;
    private final BlockingQueue<Fetched> brought;
    private final ExecutorService threads;

    public Workers(int count, TaskRunner runner, Manners manners, Timer duration) {
        this.count = count;
        this.runner = runner;
        this.manners = manners;
        this.duration = duration;
        this.free = new Semaphore(count);
        this.brought = new ArrayBlockingQueue<>(count);
        this.threads = Executors.newFixedThreadPool(count, task -> {
            var thread = new Thread(task, "fetch-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Gives how many workers are free to {@link #begin}. */
    public int free() {
        return free.availablePermits();
    }

    /** Says whether what was begun is done, and what came of it taken. */
    public boolean isIdle() {
        return free.availablePermits() == count && brought.isEmpty();
    }

    /** Has a task done; a worker must be free. */
    public void begin(Turn turn) {
        if (!free.tryAcquire()) {
            throw new IllegalStateException("all workers are busy");
        }
        threads.execute(() -> work(turn));
    }

    /** Takes what was brought, at most so many; waits for the first. */
    public List<Fetched> take(int most, Duration wait) throws InterruptedException {
        var taken = new ArrayList<Fetched>();
        var first = brought.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            taken.add(first);
            brought.drainTo(taken, most - 1);
        }
        return taken;
    }

    private void work(Turn turn) {
        try {
            var fetched = run(turn.task());
            manners.leave(turn, fetched);
            brought.put(fetched);
        } catch (InterruptedException e) {
            // The service ends: what is lost here is asked for again by whoever comes next
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    private Fetched run(Task task) {
        var start = System.nanoTime();
        try {
            return runner.run(task);
        } catch (RuntimeException | StackOverflowError e) {
            // Without an answer the host's turn would never be given back, nor the request counted
            log.atError().setCause(e).addKeyValue("url", task.url()).log("fetch failed unexpectedly");
            return new Fetched.Crashed(task, Instant.now().truncatedTo(ChronoUnit.MILLIS), e.toString());
        } finally {
            duration.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
