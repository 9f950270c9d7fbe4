package dev.dateline.benchmarks;

import dev.dateline.benchmarks.PageFiles.PageFile;
import dev.dateline.pipeline.page.ArticleCleaner;
import dev.dateline.pipeline.page.CleanerLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The time of cleaning against that of {@link Jsoup#parse(String)} alone. Each score is the time for all pages of the
 * folder; what means something is {@code parse} divided by {@code clean}: the share of the parser's speed that cleaning
 * keeps, 1 at best. Cleaning is everything from bytes to the record, except the sketch for near-duplicates.
 *
 * <p>{@code ./mvnw -q -pl benchmarks -am package -DskipTests} and then {@code java -cp
 * "benchmarks/target/classes:benchmarks/target/dependency/*" org.openjdk.jmh.Main CleanerBenchmark -p folder=...}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class CleanerBenchmark {
    /** Where the pages are. */
    @Param(PageFiles.GOLDEN)
    public String folder = PageFiles.GOLDEN;

    private List<PageFile> pages = List.of();
    private final ArticleCleaner cleaner = new ArticleCleaner(CleanerLimits.DEFAULT, (title, text) -> Optional.empty());

    /** Reads the pages. */
    @Setup
    public void read() throws IOException {
        pages = PageFiles.in(Path.of(folder));
        ArticleCleaner.warmUp();
    }

    /** The parser alone. */
    @Benchmark
    public void parse(Blackhole eaten) {
        pages.forEach(page -> eaten.consume(Jsoup.parse(page.html())));
    }

    /** The whole stage, parser included. */
    @Benchmark
    public void clean(Blackhole eaten) {
        pages.forEach(page -> eaten.consume(cleaner.apply(page.raw())));
    }
}
