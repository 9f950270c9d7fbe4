package dev.dateline.benchmarks;

import dev.dateline.benchmarks.Articles.Article;
import dev.dateline.pipeline.tag.Tagger;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * The time of tagging against that of {@link WordLoop}. Each score is the time for all our articles in a language; what means
 * something is {@code words} divided by {@code tag}: the share of the bare loop's speed that tagging keeps, 0.3 being what we
 * want.
 *
 * <p>{@code ./mvnw -q -pl benchmarks -am package -DskipTests} and then {@code java -cp
 * "benchmarks/target/classes:benchmarks/target/dependency/*" org.openjdk.jmh.Main TaggerBenchmark -p language=kk}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class TaggerBenchmark {
    /** What the articles are written in. */
    @Param("en")
    public String language = "en";

    private final Tagger tagger = Tagger.load();
    private List<Article> articles = List.of();
    private @Nullable WordLoop loop;

    /** Reads the articles. */
    @Setup
    public void read() throws IOException {
        articles = Articles.ours(language);
        loop = new WordLoop(language);
        tagger.warmUp(Set.of(language));
    }

    /** Splitting and looking up alone. */
    @Benchmark
    public void words(Blackhole eaten) {
        var words = Objects.requireNonNull(loop);
        articles.forEach(article -> eaten.consume(words.count(article.title()) + words.count(article.text())));
    }

    /** The whole of tagging. */
    @Benchmark
    public void tag(Blackhole eaten) {
        articles.forEach(article -> eaten.consume(tagger.tag(article.title(), article.text(), language, null)));
    }
}
