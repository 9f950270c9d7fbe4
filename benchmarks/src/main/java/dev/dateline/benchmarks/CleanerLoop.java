package dev.dateline.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.dateline.benchmarks.PageFiles.PageFile;
import dev.dateline.pipeline.page.ArticleCleaner;
import dev.dateline.pipeline.page.CleanerLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;

/**
 * Cleans the pages of a folder again and again, in turns with {@link Jsoup#parse(String)} alone, on one thread, and
 * prints pages a second of both, their ratio, memory allocated per page and the slowest pages.
 *
 * <p>The ratio is the share of the parser's speed that the whole cleaning keeps: 1 would be cleaning for nothing, 0.6 is what
 * we want. Only ratios of one run can be compared. Time is the thread's own processor time, so that neighbours on the machine
 * count for little; the collector's work is not in it, which is why the memory is printed too. The first rounds warm up.
 *
 * <p>{@code java -cp "benchmarks/target/classes:benchmarks/target/dependency/*" dev.dateline.benchmarks.CleanerLoop
 * [folder [rounds]]}
 */
public final class CleanerLoop {
    private static final int ROUNDS = 12;
    private static final int SLOWEST = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<PageFile> pages;
    private final Object[] eaten = new Object[1];

    private CleanerLoop(List<PageFile> pages) {
        this.pages = pages;
    }

    /** Runs the loop. */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args.length > 0 ? args[0] : PageFiles.GOLDEN);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
        new CleanerLoop(PageFiles.in(folder)).run(rounds);
    }

    private void run(int rounds) {
        var cleaner = new ArticleCleaner(CleanerLimits.DEFAULT, (title, text) -> Optional.empty());
        ArticleCleaner.warmUp();
        var parsing = new Turn(pages.size());
        var cleaning = new Turn(pages.size());
        for (int round = 1; round <= rounds; round++) {
            parsing.measure(page -> Jsoup.parse(page.html()));
            cleaning.measure(page -> cleaner.apply(page.raw()));
            System.out.printf(
                    "round %d: parse %.0f pages/s, clean %.0f pages/s, ratio %.2f%n",
                    round, parsing.speed(), cleaning.speed(), cleaning.speed() / parsing.speed());
        }
        System.out.printf(
                "best of each page: ratio %.2f; memory per page: parse %d KiB, clean %d KiB%n",
                parsing.best() / (double) cleaning.best(), parsing.memory() / 1024, cleaning.memory() / 1024);
        slowest(parsing, cleaning);
    }

    private void slowest(Turn parsing, Turn cleaning) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < pages.size(); i++) {
            places.add(i);
        }
        places.sort(Comparator.comparingLong(i -> -cleaning.least[i]));
        for (int i : places.subList(0, Math.min(SLOWEST, places.size()))) {
            System.out.printf(
                    "slow: %s, %d KiB, parse %.1f ms, clean %.1f ms%n",
                    pages.get(i).name(),
                    pages.get(i).html().length() / 1024,
                    parsing.least[i] / 1e6,
                    cleaning.least[i] / 1e6);
        }
    }

    /** One kind of work on all the pages, round after round. */
    private final class Turn {
        private final long[] least;
        private long spent;
        private long allocated;

        Turn(int count) {
            least = new long[count];
            Arrays.fill(least, Long.MAX_VALUE);
        }

        void measure(Function<PageFile, Object> work) {
            long memory = THREADS.getCurrentThreadAllocatedBytes();
            spent = 0;
            for (int i = 0; i < least.length; i++) {
                long start = THREADS.getCurrentThreadCpuTime();
                eaten[0] = work.apply(pages.get(i));
                long time = THREADS.getCurrentThreadCpuTime() - start;
                spent += time;
                least[i] = Math.min(least[i], time);
            }
            allocated = THREADS.getCurrentThreadAllocatedBytes() - memory;
        }

        double speed() {
            return least.length * 1e9 / spent;
        }

        long best() {
            long sum = 0;
            for (long time : least) {
                sum += time;
            }
            return sum;
        }

        long memory() {
            return allocated / least.length;
        }
    }
}
