package dev.dateline.pipeline.page;

import java.util.Locale;
import java.util.Set;

/**
 * Sees at a glance what a name does not have, so that the expressions that would take it off are spared: most names are plain,
 * and an expression takes longer than everything else that is done to a name. Never says so of a name that has it.
 */
final class PlainNames {
    /** What parts names. */
    private static final String BETWEEN = ";|/·•⋅∙,、،，&";

    private static final Set<String> WORDS_BETWEEN =
            Set.of("and", "und", "et", "y", "и", "e", "және", "жана", "va", "with", "mit");
    /** What begins the rest of a line behind a name. */
    private static final String BEHIND = "|•·(–—-0123456789";

    private static final Set<String> WORDS_BEHIND =
            Set.of("published", "updated", "posted", "on", "am", "at", "le", "veröffentlicht", "aktualisiert", "den");
    /** What is in addresses and markup. */
    private static final String NO_NAME = ":@.<>{}=[]0123456789";

    private static final int LONGEST_WORD = 14;

    private PlainNames() {}

    /** Whether white space is single spaces. */
    static boolean isSpaced(String text) {
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '\u00a0' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return true;
    }

    /** Whether a text names one at most. */
    static boolean isOne(String text) {
        return !hasAny(text, BETWEEN) && !hasWord(text, WORDS_BETWEEN);
    }

    /** Whether nothing stands behind a name. */
    static boolean isAll(String text) {
        return !hasAny(text, BEHIND) && !hasWord(text, WORDS_BEHIND);
    }

    /** Whether nothing in a text is of an address or of markup. */
    static boolean isReadable(String text) {
        return !hasAny(text, NO_NAME);
    }

    /** Whether a text begins and ends with a letter or a digit. */
    static boolean isBare(String text) {
        return Character.isLetterOrDigit(text.charAt(0)) && Character.isLetterOrDigit(text.charAt(text.length() - 1));
    }

    private static boolean hasAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && characters.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWord(String text, Set<String> words) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetter(text.charAt(i))) {
                if (i > start
                        && i - start <= LONGEST_WORD
                        && words.contains(text.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
