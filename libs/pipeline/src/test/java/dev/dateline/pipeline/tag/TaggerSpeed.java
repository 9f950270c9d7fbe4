package dev.dateline.pipeline.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Prints how fast the tagger is on one thread, as a share of a bare loop that splits the same texts into words and looks
 * each up in a set; and what loading costs. Ratios can be held against each other on any machine, times cannot.
 *
 * <p>Run with the test class path and a text file of one article a line; without one it makes up an article of 5,000
 * characters from the golden ones.
 */
public final class TaggerSpeed {
    private static final int ROUNDS = 5;
    private static final int LENGTH = 5000;
    private static final Runtime MEMORY = Runtime.getRuntime();

    private TaggerSpeed() {}

    public static void main(String[] args) throws IOException {
        var before = heap();
        var start = System.nanoTime();
        var tagger = Tagger.load();
        System.out.printf("load %d ms%n", millis(start));
        for (var language : List.of("en", "ru", "kk", "ky", "uz", "zh", "de")) {
            start = System.nanoTime();
            tagger.warmUp(Set.of(language));
            System.out.printf("%s %d ms, heap %d MB%n", language, millis(start), (heap() - before) >> 20);
        }
        var articles = args.length == 0 ? List.of(madeUp()) : Files.readAllLines(Path.of(args[0]));
        var words = new HashSet<>(List.of(madeUp().toLowerCase(Locale.ROOT).split("[^a-z]+", -1)));
        ToIntFunction<String> bare = text -> lookUp(text, words);
        ToIntFunction<String> tag =
                text -> tagger.tag("", text, "en", null).regions().size();
        var rounds = Math.max(1, 8000 / articles.size());
        for (var i = 0; i < ROUNDS; i++) {
            var perSecondBare = speed(articles, bare, rounds);
            var perSecond = speed(articles, tag, rounds);
            System.out.printf(
                    "%.0f articles/s, bare %.0f, share %.2f%n", perSecond, perSecondBare, perSecond / perSecondBare);
        }
    }

    private static double speed(List<String> articles, ToIntFunction<String> work, int rounds) {
        var start = System.nanoTime();
        var sum = 0L;
        for (var i = 0; i < rounds; i++) {
            for (var article : articles) {
                sum += work.applyAsInt(article);
            }
        }
        if (sum < 0) {
            throw new IllegalStateException("no result can be negative");
        }
        return rounds * articles.size() / ((System.nanoTime() - start) / 1e9);
    }

    /** Splits at what is no letter or digit, folds the case and looks up each word. */
    private static int lookUp(String text, Set<String> words) {
        var found = 0;
        var start = 0;
        for (var i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                if (i > start && words.contains(text.substring(start, i).toLowerCase(Locale.ROOT))) {
                    found++;
                }
                start = i + 1;
            }
        }
        return found;
    }

    private static String madeUp() {
        var sentence =
                "The government of Kazakhstan and its central bank agreed in Almaty on a plan that would bring water from"
                        + " the mountains to the villages, officials of the ministry said, while farmers near Shymkent waited for rain. ";
        return sentence.repeat(LENGTH / sentence.length());
    }

    private static long heap() {
        for (var i = 0; i < 3; i++) {
            System.gc();
        }
        return MEMORY.totalMemory() - MEMORY.freeMemory();
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
