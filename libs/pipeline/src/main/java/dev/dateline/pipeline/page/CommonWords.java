package dev.dateline.pipeline.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The commonest words of languages, to see at a glance whether a text is in the language that its page claims. Says yes
 * only when it is plain; what it does not say is left to the model, which takes a hundred times as long.
 */
final class CommonWords {
    private static final String RESOURCE = "common-words.yaml";
    private static final int WORDS = 120;
    /** Of the text's words so many must be the claimed language's commonest, and of them so many different. */
    private static final double SHARE = 0.15;

    private static final int DIFFERENT = 5;
    /** And so many times more than of any other language. */
    private static final double AHEAD = 1.6;

    /** Of the languages here, those that are not easily mistaken for one that is not. */
    private static final List<String> ALONE = List.of("en", "de", "fr");

    private static final List<String> LANGUAGES;
    private static final Map<String, Integer> MASKS = new HashMap<>();
    /** Letters of the longest of these words. */
    private static final int LONGEST;

    static {
        var words = load();
        LANGUAGES = List.copyOf(words.keySet());
        words.forEach((language, its) -> {
            int bit = 1 << LANGUAGES.indexOf(language);
            its.forEach(word -> MASKS.merge(word, bit, (a, b) -> a | b));
        });
        LONGEST = MASKS.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Words of the text, and how many of them are each language's commonest. */
    private int words;

    private final int[] counts = new int[LANGUAGES.size()];
    /** How many different ones. */
    private final int[] different = new int[LANGUAGES.size()];

    private CommonWords() {}

    /** Counts the words of a text in lower case. */
    static CommonWords of(String text) {
        var common = new CommonWords();
        var seen = new HashSet<String>();
        int start = -1;
        for (int i = 0; i <= text.length() && common.words < WORDS; i++) {
            boolean inWord = i < text.length() && Character.isLetter(text.charAt(i));
            if (inWord) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                common.count(i - start > LONGEST ? "" : text.substring(start, i), seen);
                start = -1;
            }
        }
        return common;
    }

    private void count(String word, Set<String> seen) {
        words++;
        var mask = MASKS.get(word);
        if (mask != null) {
            boolean isNew = seen.add(word);
            for (int bits = mask; bits != 0; bits &= bits - 1) {
                int language = Integer.numberOfTrailingZeros(bits);
                counts[language]++;
                different[language] += isNew ? 1 : 0;
            }
        }
    }

    /** Gives the language, if the text is plainly in one of those whose words no neighbour shares; else an empty string. */
    String plainly() {
        for (var language : ALONE) {
            if (bearOut(language)) {
                return language;
            }
        }
        return "";
    }

    /** Whether the text is plainly in a language (ISO 639-1). */
    boolean bearOut(String language) {
        int claimed = LANGUAGES.indexOf(language);
        if (claimed < 0) {
            return false;
        }
        int most = 0;
        for (int i = 0; i < counts.length; i++) {
            most = i == claimed ? most : Math.max(most, counts[i]);
        }
        return different[claimed] >= DIFFERENT && counts[claimed] >= words * SHARE && counts[claimed] >= most * AHEAD;
    }

    private static Map<String, List<String>> load() {
        try (var in = CommonWords.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " of this program cannot be read", e);
        }
    }
}
