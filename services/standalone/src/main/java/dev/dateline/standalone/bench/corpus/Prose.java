package dev.dateline.standalone.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Texts of a language: the frequent words, those of the text's own topic, and any others, in sentences and paragraphs. No two of
 * them share more than a few words in a row.
 */
final class Prose {
    private static final double COMMON = 0.4;
    private static final double OF_TOPIC = 0.75;
    private static final double PLACE = 0.02;
    private static final double COMMA = 0.08;
    private static final int TOPIC_WORDS = 40;
    private static final int TITLE_WORDS = 9;

    private final Language language;
    private final SplittableRandom random;
    private final String[] topic = new String[TOPIC_WORDS];
    private final String place;

    Prose(Language language, SplittableRandom random) {
        this.language = language;
        this.random = random;
        for (int i = 0; i < topic.length; i++) {
            topic[i] = any(language.words());
        }
        this.place = any(language.places());
    }

    String title() {
        return words(TITLE_WORDS).toString();
    }

    /** Paragraphs of so many words in all. */
    List<String> paragraphs(int words) {
        var paragraphs = new ArrayList<String>();
        for (int left = words; left > 0; ) {
            int length = Math.min(left, 30 + random.nextInt(50));
            paragraphs.add(paragraph(length));
            left -= length;
        }
        return paragraphs;
    }

    private String paragraph(int words) {
        var text = new StringBuilder(words * 8);
        for (int left = words; left > 0; ) {
            int length = Math.min(left, 7 + random.nextInt(16));
            text.append(words(length)).append(left == length ? "." : ". ");
            left -= length;
        }
        return text.toString();
    }

    private StringBuilder words(int count) {
        var text = new StringBuilder(count * 8);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                text.append(random.nextDouble() < COMMA ? ", " : " ");
            }
            text.append(word());
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text;
    }

    private String word() {
        double choice = random.nextDouble();
        if (choice < COMMON) {
            // the square makes the first of them the most frequent
            double rank = random.nextDouble();
            return language.common().get((int) (rank * rank * language.common().size()));
        }
        if (choice < COMMON + PLACE) {
            return random.nextInt(3) == 0 ? any(language.places()) : place;
        }
        return random.nextDouble() < OF_TOPIC ? topic[random.nextInt(TOPIC_WORDS)] : any(language.words());
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
