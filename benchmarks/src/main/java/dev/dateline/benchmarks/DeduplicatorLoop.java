package dev.dateline.benchmarks;

import dev.dateline.deduplicator.DeduplicatorMetrics;
import dev.dateline.runtime.Service;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Runs the whole deduplicator, as it ships, on a real embedded broker: its log is read, verdicts, stories and traces are
 * published, and its memory goes to RocksDB and the changelog, exactly once. Prints, with so many articles held (10,000, 100,000
 * and 1,000,000 unless told otherwise), articles a second by the clock and by the processor time of the task's own thread, and how
 * many candidates an article had; then bytes an article in the store and on the heap, the time of a restart and of a takeover by a warm
 * standby, and what that makes for a week of a million articles a day.
 *
 * <p>The horizon is set so that just so many articles lie within: one is forgotten for each that comes. Those before the measured ones
 * were not judged one by one; their states were written to the changelog, as after the loss of a disk, all as originals. The broker
 * shares the machine, so the clock's figure is a floor; the thread's own time says what the task could do with a core to itself. The
 * bar: 1,000 a second at a million held, and at most twice the time that an article takes at 100,000. See {@link ArticleLog} for what
 * the articles are like.
 *
 * <p>{@code java -Xmx4g -cp "benchmarks/target/classes:benchmarks/target/dependency/*" dev.dateline.benchmarks.DeduplicatorLoop
 * [held...]}
 */
public final class DeduplicatorLoop {
    private static final int WARM_UP = 20_000;
    private static final int WINDOW = 20_000;
    private static final long WEEK = 7_000_000;

    private static final String TASK_THREAD = "StreamThread";

    private final long[] stops;
    private final DeduplicatorRig rig;

    private DeduplicatorLoop(long[] stops) throws Exception {
        this.stops = stops;
        this.rig = new DeduplicatorRig(stops[stops.length - 1] + (long) stops.length * (WARM_UP + WINDOW));
    }

    /** Runs the loop. */
    public static void main(String[] args) throws Exception {
        var stops = args.length > 0
                ? Arrays.stream(args).mapToLong(Long::parseLong).sorted().toArray()
                : new long[] {10_000, 100_000, 1_000_000};
        new DeduplicatorLoop(stops).run();
        System.exit(0);
    }

    private void run() throws Exception {
        double empty = restart(1);
        long most = stops[stops.length - 1];
        long heap = 0;
        for (long held : stops) {
            rig.remember(Math.max(0, held - WARM_UP - rig.made()));
            rig.append(WARM_UP + WINDOW);
            heap = measured(held) - heap();
        }
        double restart = restart(most) - empty;
        double takeover = takeover(most);
        long store = rig.stored() / rig.made();
        System.out.printf(
                "an article held: %d bytes of heap, %d bytes of store; a restart: %.1f s, and %.1f s more with %,d held%n",
                heap / most, store, empty, restart, most);
        System.out.printf("takeover by a warm standby with %,d held: %.1f s%n", most, takeover);
        System.out.printf(
                "a week of a million a day: %.1f GB of heap, %.1f GB of store, a restart of %.0f s%n",
                heap * (WEEK / (double) most) / 1e9, store * WEEK / 1e9, empty + restart * WEEK / most);
        rig.close();
    }

    /** Measures, and gives the bytes of the heap while that is held. */
    private long measured(long held) throws Exception {
        var service = rig.start(held);
        await(WARM_UP);
        long articles = rig.judged();
        long found = rig.candidates(DeduplicatorMetrics.FOUND);
        long compared = rig.candidates(DeduplicatorMetrics.COMPARED);
        long clock = System.nanoTime();
        long cpu = taskTime();
        await(WARM_UP + WINDOW);
        articles = rig.judged() - articles;
        double seconds = (System.nanoTime() - clock) / 1e9;
        double own = (taskTime() - cpu) / 1e9;
        System.out.printf(
                "with %,d held: %.0f articles/s by the clock, %.0f by the task's own time (%.0f us an article); candidates of an "
                        + "article: %.0f looked at, %.1f compared%n",
                held,
                articles / seconds,
                articles / own,
                1e6 * own / articles,
                (double) (rig.candidates(DeduplicatorMetrics.FOUND) - found) / articles,
                (double) (rig.candidates(DeduplicatorMetrics.COMPARED) - compared) / articles);
        rig.awaitIndex();
        long heap = heap();
        service.close();
        return heap;
    }

    private double restart(long held) throws Exception {
        long started = System.nanoTime();
        Service service = rig.start(held);
        double seconds = (System.nanoTime() - started) / 1e9;
        service.close();
        return seconds;
    }

    /** Gives the time from when one is told to stop until the other has judged an article. */
    private double takeover(long held) throws Exception {
        var first = rig.start(held);
        var second = rig.startBeside(held);
        long told = System.nanoTime();
        first.close();
        rig.append(1);
        await(1);
        double seconds = (System.nanoTime() - told) / 1e9;
        second.close();
        return seconds;
    }

    private void await(long count) throws InterruptedException {
        while (rig.judged() < count) {
            Thread.sleep(2);
        }
    }

    private static long taskTime() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().contains(TASK_THREAD))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
