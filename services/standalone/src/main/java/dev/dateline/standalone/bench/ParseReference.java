package dev.dateline.standalone.bench;

import com.sun.management.ThreadMXBean;
import dev.dateline.standalone.bench.corpus.Corpus;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;

/**
 * What no pipeline of pages can be faster than: {@link Jsoup#parse(String)} and nothing else, in as many threads as there are cores, on
 * the pages that the pipeline gets, which lie in memory as strings.
 */
final class ParseReference {
    private static final int PAGES = 400;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<String> pages = new ArrayList<>();

    ParseReference(Corpus corpus) {
        for (int i = 0; i < PAGES; i++) {
            var body = corpus.article(i, Instant.now()).getBody();
            pages.add(StandardCharsets.UTF_8.decode(body).toString());
        }
    }

    /** What one thread did. */
    private record Done(long pages, long bytes, long cpuNanos) {}

    Speed measure(int seconds) throws InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        var next = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        List<Callable<Done>> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            work.add(() -> parse(next, end));
        }
        var pool = Executors.newFixedThreadPool(threads);
        try {
            long count = 0;
            long bytes = 0;
            long cpu = 0;
            for (var done : pool.invokeAll(work)) {
                count += done.get().pages();
                bytes += done.get().bytes();
                cpu += done.get().cpuNanos();
            }
            return Speed.of(count, bytes, (System.nanoTime() - start) / 1e9, cpu / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a page was not parsed", e);
        } finally {
            pool.shutdown();
        }
    }

    private Done parse(AtomicInteger next, long end) {
        long before = THREADS.getCurrentThreadCpuTime();
        long count = 0;
        long bytes = 0;
        while (System.nanoTime() < end) {
            var page = pages.get(Math.floorMod(next.getAndIncrement(), pages.size()));
            if (Jsoup.parse(page).childNodeSize() > 0) {
                count++;
                bytes += page.length();
            }
        }
        return new Done(count, bytes, THREADS.getCurrentThreadCpuTime() - before);
    }
}
