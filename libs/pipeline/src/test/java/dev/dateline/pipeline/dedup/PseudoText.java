package dev.dateline.pipeline.dedup;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts of made-up words by name: "A" and "B" have nothing in common, "A1" and "A2" are edits of "A" with one word in
 * twenty changed, "A/2" is the first half of "A".
 */
final class PseudoText {
    private static final int WORDS = 300;

    private PseudoText() {}

    static String of(String name) {
        var words = words(name.charAt(0));
        if (name.length() == 1) {
            return String.join(" ", words);
        }
        if (name.charAt(1) == '/') {
            return Arrays.stream(words).limit(WORDS / (name.charAt(2) - '0')).collect(Collectors.joining(" "));
        }
        return IntStream.range(0, WORDS)
                .mapToObj(i -> i % 20 == 10 ? words[i] + name.charAt(1) : words[i])
                .collect(Collectors.joining(" "));
    }

    private static String[] words(char name) {
        var random = new Random(name);
        return random.ints(WORDS, 0, 5_000).mapToObj(i -> word(i)).toArray(String[]::new);
    }

    /** Letters only, so that no word is a figure. */
    private static String word(int number) {
        return Integer.toString(number, 10)
                .chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'k')))
                .collect(Collectors.joining());
    }
}
