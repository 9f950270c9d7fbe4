package dev.dateline.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which known name somebody meant. */
public final class Nearest {
    /** Slips in a short name; a longer one may have one in three letters wrong. */
    private static final int SLIPS = 3;

    private Nearest() {}

    /** Finds the known name that takes the fewest edits to reach; empty when none is near. */
    public static Optional<String> to(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= Math.max(SLIPS, name.length() / 3))
                .filter(candidate -> distance(name, candidate) < Math.max(name.length(), candidate.length()));
    }

    /** Puts the guess as a question, for the end of an error; a fallback where there is none. */
    public static String question(String name, Collection<String> known, String otherwise) {
        return to(name, known)
                .map(candidate -> "Did you mean " + candidate + "?")
                .orElse(otherwise);
    }

    /** Levenshtein distance, in one row. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
