package dev.dateline.pipeline.tag.theme;

import dev.dateline.schema.EvidenceField;
import java.util.stream.IntStream;

/**
 * The few numbers by which terms become themes.
 *
 * <p>What speaks for a theme is the sum over its distinct terms of weight times (1 + ln n), n being how often the term
 * occurs: a word that comes ten times says three times as much as once, not ten times. What speaks against it counts the
 * same, with the other sign. Long articles hit terms by chance, so more must speak for a theme there.
 *
 * <p>The weights of terms were written by hand, in steps: 2 and more for a telltale word, 1 for a typical one, less for one
 * that only tips the balance. Only the numbers here were fitted, one at a time over coarse grids, on public sets (BBC,
 * MasakhaNEWS, SIB-200, 24.kg, Telegram, THUCNews): the lead over 1 to 3 times and 400 to 700 characters, LEAST over 0.6 and
 * 0.9, LEAST_LONG from 2.2 to 5, OF_BEST from 0.25 to 0.55, SURE from 5.5 to 20,
 * LEAST_LIGHT from 3 to 6. None moves accuracy by more than two points
 * near these values. Tried and left out, as they helped nowhere: powers of the weights, weaker weights for weak words in
 * long articles, sharing a term among the topics that claim it.
 */
final class ScoringModel {
    /** How many times a term in the title counts. */
    private static final int TITLE = 3;
    /** And one in the lead, which says what the story is. */
    private static final int IN_LEAD = 2;
    /** Where the lead ends, in characters. */
    private static final int LEAD = 400;

    /** And where the opening sentence is over, in which a single word may say it. */
    private static final int OPENING = 120;

    /** A Han character is a word or half of one. All lengths here are in letters of an alphabet. */
    private static final int HAN_LETTERS = 3;

    /** At most this many top-level themes are given. */
    static final int MOST_TOP = 3;
    /** At most this many pieces of evidence are kept for a theme. */
    static final int MOST_EVIDENCE = 8;

    /** What must speak for a theme in a headline or a sentence. */
    private static final double LEAST = 0.9;
    /** And in an article of LONG characters. */
    private static final double LEAST_LONG = 3;

    private static final double LONG = 1500;
    /** Of the best theme's value, what the second and third need. */
    private static final double OF_BEST = 0.4;
    /** What is enough beside any best theme, however long the article goes on about that. */
    private static final double SURE = 8;

    /** What a topic beside the best one needs in an article when only light words speak for it. */
    private static final double LEAST_LIGHT = 5;

    /** What a term must weigh to tell of a theme by itself, and what in the headline; lighter ones tip the balance. */
    private static final double TELLTALE = 2;

    private static final double TELLTALE_IN_TITLE = 1.5;
    /** So many characters hold light words of some theme by chance. */
    private static final int CHANCE = 600;

    /** What a theme below the top level needs in a headline or a sentence, and what share of the best theme's value. */
    private static final double LEAST_CHILD = 1.9;
    /** And in an article of LONG characters: more than one telltale word said once. */
    private static final double LEAST_CHILD_LONG = 3;

    private static final double CHILD_OF_BEST = 0.06;
    /** The value at which a score has covered two thirds of its way to 1. */
    private static final double SCALE = 6;

    /** Logarithms of what nearly all terms need; the function costs more than all else in a sum. */
    private static final double[] LOGARITHMS =
            IntStream.range(0, 100).mapToDouble(Math::log).toArray();

    private ScoringModel() {}

    /** How many letters of an alphabet say what a letter of a language does. */
    static int letters(String language) {
        return language.equals("zh") ? HAN_LETTERS : 1;
    }

    /** How many times a term counts that begins behind so many letters of a field. */
    static int times(EvidenceField field, int letters) {
        if (field == EvidenceField.TITLE) {
            return TITLE;
        }
        return letters < LEAD ? IN_LEAD : 1;
    }

    /** What all occurrences of a term say together. */
    static double value(double weight, int occurrences) {
        return weight * (1 + (occurrences < LOGARITHMS.length ? LOGARITHMS[occurrences] : Math.log(occurrences)));
    }

    /** What any theme needs in an article of a length. */
    static double least(int length) {
        return LEAST + (LEAST_LONG - LEAST) * Math.min(1, length / LONG);
    }

    /** What a top-level topic needs beside the best one. */
    static double leastBeside(double best) {
        return Math.min(OF_BEST * best, SURE);
    }

    /** What a theme below needs in an article of a length. */
    static double leastChild(int length, double best) {
        var least = LEAST_CHILD + (LEAST_CHILD_LONG - LEAST_CHILD) * Math.min(1, length / LONG);
        return Math.max(least, CHILD_OF_BEST * best);
    }

    /** Whether a term tells of a theme by itself. */
    static boolean isTelltale(TermCount count) {
        var isInTitle = count.first().field() == EvidenceField.TITLE;
        return count.weight() >= (isInTitle ? TELLTALE_IN_TITLE : TELLTALE);
    }

    /** Whether one word says what a story is: in the headline or the opening sentence. */
    static boolean isAtTheOpening(EvidenceField field, int letters) {
        return field == EvidenceField.TITLE || letters < OPENING;
    }

    /** How much a term tells of a theme by itself where light words say nothing: 2 is enough. */
    static int telltales(TermCount count) {
        if (count.weight() < TELLTALE) {
            return 0;
        }
        return count.first().field() == EvidenceField.TITLE ? 2 : 1;
    }

    /** Whether so little speaks for a topic beside the best one that light words may have said it by chance. */
    static boolean isLight(double value) {
        return value < LEAST_LIGHT;
    }

    /** Whether a text is long enough to hold light words by chance. */
    static boolean isLong(int length) {
        return length >= CHANCE;
    }

    /** A number from 0 to 1 that grows with the value, and with how near it is to the best one's. */
    static double score(double value, double best) {
        var share = value / Math.max(value, best);
        return Math.round((1 - Math.exp(-value / SCALE)) * (0.5 + 0.5 * share) * 1000) / 1000.0;
    }
}
