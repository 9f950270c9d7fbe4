package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.List;

/** Splits names of classes and identifiers into words: at what is no letter, and before the capitals of camel case. */
final class NameWords {
    private NameWords() {}

    /** Gives the words in lower case. */
    static List<String> of(String name) {
        var words = new ArrayList<String>(4);
        var word = new StringBuilder();
        char before = ' ';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean hump = isLower(before) && isUpper(c);
            if ((hump || !Character.isLetter(c)) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (Character.isLetter(c)) {
                word.append(Character.toLowerCase(c));
            }
            before = c;
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
