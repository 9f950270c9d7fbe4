package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases that lines begin with: only those that begin with the same two characters are compared. Of plain lines ({@link Line}). */
final class Beginnings {
    private final Map<Integer, List<String>> phrases = new HashMap<>();

    Beginnings(Iterable<String> phrases) {
        for (var phrase : phrases) {
            this.phrases
                    .computeIfAbsent(start(phrase), any -> new ArrayList<>())
                    .add(phrase);
        }
    }

    /** Whether a line begins with one of the phrases, and not with a longer word. */
    boolean areOf(String line) {
        return !line.isEmpty() && (begin(line, start(line)) || (line.length() > 1 && begin(line, line.charAt(0))));
    }

    private boolean begin(String line, int start) {
        for (var phrase : phrases.getOrDefault(start, List.of())) {
            if (Line.beginsWith(line, phrase)) {
                return true;
            }
        }
        return false;
    }

    /** The first two characters, or the only one. */
    private static int start(String text) {
        return text.length() < 2 ? text.charAt(0) : text.charAt(1) << Character.SIZE | text.charAt(0);
    }
}
