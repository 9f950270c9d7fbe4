package dev.dateline.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.dateline.benchmarks.Articles.Article;
import dev.dateline.pipeline.tag.Tagger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Tags articles again and again, in turns with {@link WordLoop} on the same texts, on one thread, and prints articles a second
 * of both and their ratio; before that, what loading costs in time and memory, and in the end how the time for an article
 * grows with the operator's own themes.
 *
 * <p>The ratio is the share of the bare loop's speed that tagging keeps: 0.3 is what we want. Only ratios of one run can be
 * compared. Time is the thread's own processor time, so that neighbours on the machine count for less; the best round of each is
 * taken, after a warm-up: the tagger has far more code than the loop, and the compiler would still be at it. The stories of
 * an agency, of a thousand characters, are only there where the evaluation data lies beside the project.
 *
 * <p>{@code java -cp "benchmarks/target/classes:benchmarks/target/dependency/*" dev.dateline.benchmarks.TaggerLoop [rounds]}
 */
public final class TaggerLoop {
    private static final int ROUNDS = 20;
    /** Articles a round, at least: less takes too little time to be measured. */
    private static final int ARTICLES = 1000;

    private static final int WIRE_STORIES = 2000;
    /** So long each of the two works on a set before it is measured, in microseconds of processor time. */
    private static final double WARM_UP = 5e6;

    private static final List<String> LANGUAGES = List.of("en", "ru", "kk", "ky", "uz", "zh", "de");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final int rounds;
    private final Object[] eaten = new Object[1];

    private TaggerLoop(int rounds) {
        this.rounds = rounds;
    }

    /** Runs the loop. */
    public static void main(String[] args) throws IOException {
        var loop = new TaggerLoop(args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS);
        var tagger = loop.load();
        var stories = Articles.wire();
        if (stories.isPresent()) {
            loop.compare("wire stories", tagger, stories.get().subList(0, WIRE_STORIES), "en");
        } else {
            System.out.println("SKIPPED: no wire stories beside the project");
        }
        for (var language : LANGUAGES) {
            loop.compare(language + ", " + Articles.LENGTH + " characters", tagger, Articles.ours(language), language);
        }
        loop.grow();
    }

    private Tagger load() {
        var before = heap();
        var start = System.nanoTime();
        var tagger = Tagger.load();
        System.out.printf("load: %d ms, heap %d MiB%n", millis(start), heap() - before >> 20);
        for (var language : LANGUAGES) {
            start = System.nanoTime();
            tagger.warmUp(Set.of(language));
            System.out.printf("load %s: %d ms, heap %d MiB%n", language, millis(start), heap() - before >> 20);
        }
        return tagger;
    }

    private void compare(String name, Tagger tagger, List<Article> articles, String language) throws IOException {
        var words = new WordLoop(language);
        var memory = 0L;
        var bare = Double.MAX_VALUE;
        var tagging = Double.MAX_VALUE;
        Function<Article, Object> count = article -> words.count(article.title()) + words.count(article.text());
        warmUp(articles, count);
        warmUp(articles, tag(tagger, language));
        for (var round = 0; round < rounds; round++) {
            bare = Math.min(bare, micros(articles, count));
            memory = THREADS.getCurrentThreadAllocatedBytes();
            tagging = Math.min(tagging, micros(articles, tag(tagger, language)));
            memory = THREADS.getCurrentThreadAllocatedBytes() - memory;
        }
        System.out.printf(
                "%s: %d articles, tag %.0f articles/s, bare %.0f articles/s, ratio %.2f; %d KiB an article%n",
                name,
                articles.size(),
                1e6 / tagging,
                1e6 / bare,
                bare / tagging,
                memory / 1024 / turns(articles) / articles.size());
    }

    private void grow() throws IOException {
        var articles = Articles.ours("en");
        var themes = new CustomThemes(articles);
        var few = Tagger.load(themes.of(100));
        var many = Tagger.load(themes.of(1000));
        var withFew = Double.MAX_VALUE;
        var withMany = Double.MAX_VALUE;
        for (var round = 0; round < rounds; round++) {
            withFew = Math.min(withFew, micros(articles, tag(few, "en")));
            withMany = Math.min(withMany, micros(articles, tag(many, "en")));
        }
        System.out.printf(
                "own themes: 100 take %.0f us an article, 1000 take %.0f us, growth %.2f%n",
                withFew, withMany, withMany / withFew);
    }

    private static Function<Article, Object> tag(Tagger tagger, String language) {
        return article -> tagger.tag(article.title(), article.text(), language, null);
    }

    private double micros(List<Article> articles, Function<Article, Object> work) {
        var start = THREADS.getCurrentThreadCpuTime();
        for (var turn = 0; turn < turns(articles); turn++) {
            for (var article : articles) {
                eaten[0] = work.apply(article);
            }
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / turns(articles) / articles.size();
    }

    private void warmUp(List<Article> articles, Function<Article, Object> work) {
        for (var spent = 0.0; spent < WARM_UP; ) {
            spent += micros(articles, work) * turns(articles) * articles.size();
        }
    }

    private static int turns(List<Article> articles) {
        return Math.max(1, ARTICLES / articles.size());
    }

    private static long heap() {
        for (var i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
