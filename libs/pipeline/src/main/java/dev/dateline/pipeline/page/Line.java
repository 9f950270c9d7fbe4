package dev.dateline.pipeline.page;

import java.text.Normalizer;
import java.util.Locale;

/** Brings lines to the form in which they are compared: lower case, words only, single spaces. */
public final class Line {
    /** Marks and numbers belong to words as letters do. */
    private static final int IN_WORDS = 1 << Character.NON_SPACING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    private static final char SPACE = ' ';
    private static final char OTHER = 0;
    /** Of each character up to Cyrillic what it becomes. */
    private static final char[] SIMPLE = new char[0x460];

    static {
        for (char c = 0; c < SIMPLE.length; c++) {
            SIMPLE[c] = simple(c);
        }
    }

    private Line() {}

    /** Gives the form; empty when there is no word. */
    public static String plain(String text) {
        var plain = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char lower = c < SIMPLE.length ? SIMPLE[c] : isMark(c) ? SPACE : OTHER;
            if (lower == OTHER) {
                return general(Normalizer.normalize(text, Normalizer.Form.NFKC));
            }
            if (lower != SPACE || (c == '.' && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1)))) {
                plain[length++] = lower == SPACE ? c : lower;
            } else if (length > 0 && plain[length - 1] != ' ') {
                plain[length++] = ' ';
            }
        }
        return new String(plain, 0, length > 0 && plain[length - 1] == ' ' ? length - 1 : length);
    }

    /** Dashes and quotation marks. */
    private static boolean isMark(char c) {
        return c == '\u2013' || c == '\u2014' || c == '\u2018' || c == '\u2019' || (c >= '\u201c' && c <= '\u201e');
    }

    /** Of a letter the lower case, of what is in no word a space; of what takes a closer look nothing. */
    private static char simple(char c) {
        boolean isLetter = c < 128
                ? isOfWord(c)
                : c >= '\u00c0' && c != '\u00d7' && c != '\u00f7' && (c <= '\u00ff' || isCyrillic(c));
        if (isLetter) {
            return Character.toLowerCase(c);
        }
        return c < 128 || c == '\u00ab' || c == '\u00bb' || c == '\u00a0' ? SPACE : OTHER;
    }

    private static boolean isCyrillic(char c) {
        return (c >= '\u0410' && c <= '\u044f') || c == '\u0401' || c == '\u0451';
    }

    /** The same for any script. */
    private static String general(String composed) {
        var plain = new StringBuilder(composed.length());
        int step;
        for (int i = 0; i < composed.length(); i += step) {
            int c = composed.codePointAt(i);
            step = Character.charCount(c);
            if (isOfWord(c)
                    || (c == '.' && i + 1 < composed.length() && Character.isLetter(composed.codePointAt(i + 1)))) {
                plain.appendCodePoint(c);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isOfWord(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetter(c) || c == '©' || ((IN_WORDS >> Character.getType(c)) & 1) != 0;
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
