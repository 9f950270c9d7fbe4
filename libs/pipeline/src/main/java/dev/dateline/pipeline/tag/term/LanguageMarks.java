package dev.dateline.pipeline.tag.term;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * What a language is known by.
 *
 * @param words small words, which any text has
 * @param letters those that its neighbours lack
 */
record LanguageMarks(String language, Set<String> words, String letters) {
    /** A word with a letter of the language's own beside a small word: the latter are fewer letters, yet surer. */
    private static final double OWN_LETTER = 0.7;

    static LanguageMarks parse(String language, JsonNode entry) {
        var words = entry.path("words").asText("").split(" ", -1);
        return new LanguageMarks(
                language, Set.copyOf(List.of(words)), entry.path("letters").asText(""));
    }

    /** Gives how much in the words of a text, all in lower case, is this language's. */
    double score(List<String> text) {
        return text.stream()
                .mapToDouble(w -> words.contains(w) ? 1 : hasOwnLetter(w) ? OWN_LETTER : 0)
                .sum();
    }

    private boolean hasOwnLetter(String word) {
        return word.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }
}
