package dev.dateline.pipeline.tag.term;

import java.util.regex.Pattern;

/**
 * How the words of a language change: what is cut off a dictionary form, what may stand behind the rest, and what may
 * stand joined before it.
 *
 * <p>A light method between exact match and a stemmer: a table that anyone can read, and no word changes into another
 * one's stem. It finds more than one grammatical ending for a language family and does not check agreement.
 *
 * @param cut what goes from the end of a dictionary form
 * @param endings the whole of what may follow
 * @param prefixes the whole of what may precede in the same word, such as the Arabic article
 * @param splitsAtApostrophe true when an apostrophe divides words
 * @param minStem shortest rest of a word that may take endings
 */
public record Inflection(Pattern cut, Pattern endings, Pattern prefixes, boolean splitsAtApostrophe, int minStem) {
    private static final Pattern NOTHING = Pattern.compile("");

    /** Words that never change. */
    public static final Inflection NONE = new Inflection(NOTHING, NOTHING, NOTHING, false, 1);

    boolean hasPrefixes() {
        return !prefixes.pattern().isEmpty();
    }

    boolean isEnding(CharSequence rest) {
        return endings.matcher(rest).matches();
    }

    boolean isPrefix(CharSequence front) {
        return prefixes.matcher(front).matches();
    }

    /** Gives the part of a folded word that stays. */
    String stem(String word) {
        if (word.length() < minStem) {
            return word;
        }
        var matcher = cut.matcher(word);
        var at = !cut.pattern().isEmpty() && matcher.find() ? matcher.start() : word.length();
        return at >= minStem ? word.substring(0, at) : word;
    }
}
