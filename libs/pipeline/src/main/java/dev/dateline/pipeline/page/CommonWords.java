package dev.dateline.pipeline.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    static {
        var words = load();
        LANGUAGES = List.copyOf(words.keySet());
        words.forEach((language, its) -> {
            int bit = 1 << LANGUAGES.indexOf(language);
            its.forEach(word -> MASKS.merge(word, bit, (a, b) -> a | b));
        });
    }

    private CommonWords() {}

    /** Gives the language of a text that is plainly in one of those whose words no neighbour shares; else an empty string. */
    static String plainly(String text) {
        for (var language : ALONE) {
            if (bearOut(text, language)) {
                return language;
            }
        }
        return "";
    }

    /** Whether a text is plainly in a language (ISO 639-1). */
    static boolean bearOut(String text, String language) {
        int claimed = LANGUAGES.indexOf(language);
        if (claimed < 0) {
            return false;
        }
        var counts = new int[LANGUAGES.size()];
        var different = new HashMap<String, Integer>();
        int words = count(text, counts, different);
        int most = 0;
        for (int i = 0; i < counts.length; i++) {
            most = i == claimed ? most : Math.max(most, counts[i]);
        }
        long ofClaimed = different.values().stream()
                .filter(mask -> (mask >> claimed & 1) != 0)
                .count();
        return ofClaimed >= DIFFERENT && counts[claimed] >= words * SHARE && counts[claimed] >= most * AHEAD;
    }

    private static int count(String text, int[] counts, Map<String, Integer> seen) {
        int words = 0;
        int start = -1;
        for (int i = 0; i <= text.length() && words < WORDS; i++) {
            boolean inWord = i < text.length() && Character.isLetter(text.charAt(i));
            if (inWord) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                words++;
                var mask = MASKS.get(text.substring(start, i));
                for (int bits = mask == null ? 0 : mask; bits != 0; bits &= bits - 1) {
                    counts[Integer.numberOfTrailingZeros(bits)]++;
                }
                if (mask != null) {
                    seen.put(text.substring(start, i), mask);
                }
                start = -1;
            }
        }
        return words;
    }

    private static Map<String, List<String>> load() {
        try (var in = CommonWords.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " of this program cannot be read", e);
        }
    }
}
