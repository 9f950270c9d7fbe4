package dev.dateline.benchmarks;

import java.util.Arrays;
import java.util.Random;

/**
 * An endless supply of texts as numbers of words that share with one another what news does: words by Zipf's law, set phrases, the
 * words and phrases of a running topic, and now and then a bulletin, which fills in its template anew each time.
 */
final class NewsWords {
    /** Words from this number on are figures. */
    static final int FIGURES = 60_000;

    private static final int PHRASES = 40_000;
    private static final int TOPICS = 5_000;
    private static final int TEMPLATES = 2_000;
    private static final int ALL_FIGURES = 5_000;
    private static final int TOPIC_WORDS = 40;
    private static final int TOPIC_PHRASES = 12;

    private static final double STEEP = 2.7;
    private static final double FLAT = 20;

    private static final double BULLETINS = 0.02;
    private static final double IN_PHRASES = 0.12;
    private static final double OF_TOPIC = 0.05;
    private static final double TOPIC_PHRASE = 0.008;
    private static final double FIGURE = 0.01;

    private static final double MEDIAN_LENGTH = 300;
    private static final double SPREAD = 0.6;
    private static final int SHORTEST = 40;
    private static final int LONGEST = 1_500;
    private static final int BULLETIN_LENGTH = 120;
    private static final int EVERY_SLOT = 4;

    private final Random random = new Random(1);
    private final int[][] phrases = runs(PHRASES);
    private final int[][] topicPhrases = runs(TOPICS * TOPIC_PHRASES);
    private final int[][] templates = new int[TEMPLATES][];

    NewsWords() {
        Arrays.setAll(templates, template -> text(BULLETIN_LENGTH));
    }

    /** Makes the next text. */
    int[] next() {
        if (random.nextDouble() < BULLETINS) {
            return bulletin(templates[random.nextInt(TEMPLATES)].clone());
        }
        double length = MEDIAN_LENGTH * Math.exp(SPREAD * random.nextGaussian());
        return text((int) Math.max(SHORTEST, Math.min(LONGEST, length)));
    }

    /** Draws a word by Zipf's law. */
    int word() {
        return draw(FIGURES, STEEP);
    }

    private int[] text(int length) {
        int topic = draw(TOPICS, FLAT);
        var text = new int[length];
        int at = 0;
        while (at < length) {
            double choice = random.nextDouble();
            if (choice < IN_PHRASES) {
                at = append(phrases[draw(PHRASES, FLAT)], text, at);
            } else if (choice < IN_PHRASES + TOPIC_PHRASE) {
                at = append(topicPhrases[topic * TOPIC_PHRASES + random.nextInt(TOPIC_PHRASES)], text, at);
            } else {
                text[at++] = single(topic);
            }
        }
        return text;
    }

    private int single(int topic) {
        double choice = random.nextDouble();
        if (choice < FIGURE) {
            return figure();
        }
        return choice < FIGURE + OF_TOPIC ? (topic * TOPIC_WORDS + random.nextInt(TOPIC_WORDS)) * 7 % FIGURES : word();
    }

    private int[] bulletin(int[] template) {
        for (int i = 0; i < template.length; i += EVERY_SLOT) {
            template[i] = i % (2 * EVERY_SLOT) == 0 ? figure() : word();
        }
        return template;
    }

    private int figure() {
        return FIGURES + random.nextInt(ALL_FIGURES);
    }

    private int[][] runs(int count) {
        var runs = new int[count][];
        Arrays.setAll(
                runs, run -> random.ints(3 + random.nextInt(4)).map(i -> word()).toArray());
        return runs;
    }

    /**
     * Draws a rank by the law of Zipf and Mandelbrot: the r-th has a share of 1 / (r + flattened). The sum of the shares is nearly a
     * logarithm, which is turned round.
     */
    private int draw(int ranks, double flattened) {
        return (int) (flattened * (Math.exp(random.nextDouble() * Math.log(ranks / flattened + 1)) - 1));
    }

    private static int append(int[] run, int[] text, int at) {
        int count = Math.min(run.length, text.length - at);
        System.arraycopy(run, 0, text, at, count);
        return at + count;
    }
}
