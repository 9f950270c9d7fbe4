package dev.dateline.pipeline.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings lines to the form in which they are compared: lower case, words only, single spaces. */
final class Line {
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}©ʼʻ.]+|\\.(?!\\p{L})");

    private Line() {}

    static String plain(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_WORDS.matcher(composed).replaceAll(" ").strip();
    }

    /** Whether a plain line begins with a plain phrase and not with a longer word. */
    static boolean beginsWith(String line, String phrase) {
        if (!line.startsWith(phrase)) {
            return false;
        }
        if (line.length() == phrase.length()) {
            return true;
        }
        char next = line.charAt(phrase.length());
        return !Character.isLetterOrDigit(next) || (TextSize.isDense(next) && phrase.length() >= 4);
    }
}
