package dev.dateline.pipeline.dedup;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Shows, in their own words, why a text is a copy of another one: the longest passages that both have, and those that only one has.
 * A sentence counts as shared when most of its shingles are in the other text, so one that was reworded a little still does.
 * For people: verdicts rest on the sketches.
 *
 * @param shared as they stand in the copy, where a sentence may have words of its own; the longest first
 * @param added what only the copy has
 * @param missing what only the original has
 */
public record Passages(List<String> shared, List<String> added, List<String> missing) {
    static final int MOST = 3;
    static final int LONGEST = 240;

    private static final double MOSTLY = 0.5;

    /** Compares two texts. */
    public static Passages of(String copy, String original) {
        var ofCopy = shingles(copy);
        var ofOriginal = shingles(original);
        return new Passages(
                passages(copy, ofOriginal, true), passages(copy, ofOriginal, false), passages(original, ofCopy, false));
    }

    private static List<String> passages(String text, Set<Long> other, boolean shared) {
        var found = new ArrayList<String>();
        for (var block : text.split("\n+")) {
            var passage = new StringBuilder();
            for (var sentence : sentences(block)) {
                if (isIn(sentence, other) == shared) {
                    passage.append(sentence);
                } else {
                    end(passage, found);
                }
            }
            end(passage, found);
        }
        return found.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST)
                .map(Passages::shorten)
                .toList();
    }

    private static void end(StringBuilder passage, List<String> found) {
        var text = passage.toString().strip();
        if (!text.isEmpty()) {
            found.add(text);
        }
        passage.setLength(0);
    }

    private static boolean isIn(String sentence, Set<Long> other) {
        var shingles = shingles(sentence);
        long shared = shingles.stream().filter(other::contains).count();
        return !shingles.isEmpty() && shared >= MOSTLY * shingles.size();
    }

    private static Set<Long> shingles(String text) {
        var shingles = new HashSet<Long>();
        Arrays.stream(Shingles.of(NormalisedText.of(text)).distinct()).forEach(shingles::add);
        return shingles;
    }

    private static List<String> sentences(String block) {
        var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(block);
        var sentences = new ArrayList<String>();
        for (int start = breaks.first(), end = breaks.next();
                end != BreakIterator.DONE;
                start = end, end = breaks.next()) {
            sentences.add(block.substring(start, end));
        }
        return sentences;
    }

    private static String shorten(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end).strip() + " ...";
    }
}
