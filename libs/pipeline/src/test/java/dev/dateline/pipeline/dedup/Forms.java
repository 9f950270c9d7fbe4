package dev.dateline.pipeline.dedup;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ways in which outlets change a text that they take over, done by rule. */
final class Forms {
    private static final double KEPT = 0.4;
    private static final int EVERY = 8;

    private Forms() {}

    /** Keeps the first two fifths. */
    static String abridged(String text) {
        return text.substring(0, (int) (text.length() * KEPT));
    }

    static String extended(String text, String extra) {
        return text + "\n\n" + extra;
    }

    /**
     * Puts another word in the place of every eighth; in a script without spaces, two other characters for two of
     * sixteen.
     */
    static String reworded(String text) {
        return text.contains(" ") ? rewordedBySpaces(text) : rewordedByCharacters(text);
    }

    private static String rewordedBySpaces(String text) {
        var words = List.of(text.split(" "));
        return IntStream.range(0, words.size())
                .mapToObj(i -> i % EVERY == EVERY / 2 ? reversed(words.get(i)) : words.get(i))
                .collect(Collectors.joining(" "));
    }

    private static String rewordedByCharacters(String text) {
        var characters = text.toCharArray();
        for (int i = EVERY; i + 1 < characters.length; i += 2 * EVERY) {
            Arrays.fill(characters, i, i + 2, (char) (characters[i] ^ 1));
        }
        return new String(characters);
    }

    /** Never a figure in the place of another: reversed digits would contradict. */
    private static String reversed(String word) {
        return word.chars().anyMatch(Character::isDigit)
                ? "several"
                : new StringBuilder(word + "x").reverse().toString();
    }
}
