package dev.dateline.standalone.newsroom;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** The ways in which outlets change a text that they take over, done by rule, with words of the text's own language. */
final class CopyForms {
    private static final double KEPT = 0.4;
    private static final int EVERY = 8;
    private static final int MOST_ADDED = 3;

    private final Random random;
    private final String vocabulary;
    private final boolean spaced;

    /**
     * Makes the forms of one language.
     *
     * @param texts where other words are taken from
     */
    CopyForms(List<String> texts, boolean spaced, Random random) {
        this.vocabulary = String.join(" ", texts);
        this.spaced = spaced;
        this.random = random;
    }

    /** Keeps the first two fifths. */
    String abridged(String text) {
        var units = units(text);
        return joined(Arrays.copyOf(units, (int) Math.ceil(units.length * KEPT)));
    }

    /** Puts another word in the place of one in eight, chosen by chance; figures stay. */
    String reworded(String text) {
        var others = units(vocabulary);
        return joined(Arrays.stream(units(text))
                .map(unit -> random.nextInt(EVERY) > 0 || hasDigit(unit) ? unit : plain(others))
                .toArray(String[]::new));
    }

    /** Adds a paragraph of another text, at most a third as long. */
    String extended(String text, List<String> paragraphs) {
        var fitting = paragraphs.stream()
                .filter(paragraph -> paragraph.length() * MOST_ADDED < text.length())
                .toList();
        return text + "\n\n" + fitting.get(random.nextInt(fitting.size()));
    }

    private String plain(String[] others) {
        while (true) {
            var other = others[random.nextInt(others.length)];
            if (!hasDigit(other)) {
                return other;
            }
        }
    }

    /** Words, or pairs of characters where no spaces tell words apart. */
    private String[] units(String text) {
        return spaced ? text.split("\\s+") : text.split("(?s)(?<=\\G..)");
    }

    private String joined(String[] units) {
        return Arrays.stream(units).collect(Collectors.joining(spaced ? " " : ""));
    }

    private static boolean hasDigit(String unit) {
        return unit.chars().anyMatch(Character::isDigit);
    }
}
