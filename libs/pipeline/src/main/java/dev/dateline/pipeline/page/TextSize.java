package dev.dateline.pipeline.page;

import java.lang.Character.UnicodeScript;

/**
 * Measures text so that languages compare: a character of a script whose characters are words or syllables counts for
 * three, since a Chinese sentence has about a third of the characters of an English one.
 */
public final class TextSize {
    /** A block of this size is likely to be running text. */
    static final int SENTENCE = 60;
    /** A block of this size is when it ends like a sentence. */
    static final int PHRASE = 25;

    static final int DENSE_WEIGHT = 3;
    /** Below Thai no script is dense; nor are general punctuation and symbols. */
    private static final char FIRST_DENSE = 0x0E00;

    private static final char PUNCTUATION = 0x2000;
    private static final char PUNCTUATION_END = 0x2E80;
    private static final String SENTENCE_ENDS = ".!?…。！？।؟۔։።\"”»’)";

    private TextSize() {}

    static int of(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            size += c < FIRST_DENSE || !isDense(c) ? 1 : DENSE_WEIGHT;
        }
        return size;
    }

    /** Whether a script writes without spaces between words. */
    public static boolean isDense(int codePoint) {
        if (codePoint < FIRST_DENSE || (codePoint >= PUNCTUATION && codePoint < PUNCTUATION_END)) {
            return false;
        }
        var script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL
                || script == UnicodeScript.THAI
                || script == UnicodeScript.LAO
                || script == UnicodeScript.KHMER
                || script == UnicodeScript.MYANMAR
                || script == UnicodeScript.TIBETAN;
    }

    static boolean endsSentence(String text) {
        return !text.isEmpty() && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
