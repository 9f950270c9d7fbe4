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
 * @param residents how an ending begins that makes of a place the people and things from there, which are written small
 * @param prefixes the whole of what may precede in the same word, such as the Arabic article
 * @param splitsAtApostrophe true when an apostrophe divides words
 * @param marksPossessive true when a name takes an ending only behind an apostrophe: France's, but Frances is none
 * @param minStem shortest rest of a word that may take endings
 */
public record Inflection(
        Pattern cut,
        Pattern endings,
        Pattern residents,
        Pattern prefixes,
        boolean splitsAtApostrophe,
        boolean marksPossessive,
        int minStem) {
    private static final Pattern NOTHING = Pattern.compile("");

    /** Words that never change. */
    public static final Inflection NONE = new Inflection(NOTHING, NOTHING, NOTHING, NOTHING, false, false, 1);

    boolean hasPrefixes() {
        return !prefixes.pattern().isEmpty();
    }

    boolean isEnding(CharSequence rest) {
        return endings.matcher(rest).matches();
    }

    /** True when the language has endings that make of a place's name the word for what is from there. */
    public boolean hasResidents() {
        return !residents.pattern().isEmpty();
    }

    /** True when an ending makes of a place's name the word for what is from there: Shymkent, shymkenttik. */
    public boolean isResident(CharSequence ending) {
        return hasResidents() && residents.matcher(ending).lookingAt();
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
