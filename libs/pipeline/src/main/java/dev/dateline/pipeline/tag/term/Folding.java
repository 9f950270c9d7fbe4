package dev.dateline.pipeline.tag.term;

import java.text.Normalizer;

/**
 * Maps characters to the form that terms are compared in: lower case, Latin letters without marks, one letter where
 * scripts have variants of it (ё, Arabic and Persian kaf and ya). Cyrillic й keeps its mark: it tells words apart.
 *
 * <p>All that is ever asked of a character is in two tables, since folding is what every character of every article costs.
 */
final class Folding {
    /** A letter or digit that words are made of. */
    static final int WORD = 1;

    static final int LETTER = 2;
    static final int UPPER = 4;
    static final int LOWER = 8;
    /** A mark, or a character that stands in a word without being written: joiners and soft hyphens. */
    static final int SILENT = 16;
    /** A sign that stands inside a word as part of it, such as the one of Oʻzbekiston or Russia's. */
    static final int APOSTROPHE = 32;

    static final int HAN = 64;

    private static final int CHARACTERS = 1 << Character.SIZE;
    private static final int LATIN_END = 0x250;
    private static final char[] FORMS = new char[CHARACTERS];
    private static final byte[] TRAITS = new byte[CHARACTERS];

    static {
        for (var c = 0; c < CHARACTERS; c++) {
            FORMS[c] = formOf((char) c);
            TRAITS[c] = (byte) traitsOf((char) c);
        }
    }

    private Folding() {}

    /** Folds one character; 0 when it is only a mark and goes. The form of ß stands for the first of its two letters. */
    static char form(char c) {
        return FORMS[c];
    }

    /** Gives what a character is: a sum of the constants here. */
    static int traits(char c) {
        return TRAITS[c];
    }

    static boolean isHan(char c) {
        return (TRAITS[c] & HAN) != 0;
    }

    private static int traitsOf(char c) {
        if (c == '\'' || c == '’' || c == '‘' || c == 'ʻ' || c == 'ʼ' || c == '`' || c == '´') {
            return APOSTROPHE;
        }
        return (Character.isLetterOrDigit(c) ? WORD : 0)
                + (Character.isLetter(c) ? LETTER : 0)
                + (Character.isUpperCase(c) ? UPPER : 0)
                + (Character.isLowerCase(c) ? LOWER : 0)
                + (isMark(c) || c == '\u200c' || c == '\u200d' || c == '\u00ad' ? SILENT : 0)
                + ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ? HAN : 0);
    }

    private static char formOf(char c) {
        if (c < LATIN_END || c >= 0x1E00 && c < 0x1F00) {
            return latin(c);
        }
        return switch (c) {
            case 'ё', 'Ё' -> 'е';
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ي', 'ى' -> 'ی';
            case 'ك' -> 'ک';
            case 'ة' -> 'ه';
            case 'ـ' -> 0;
            default -> isMark(c) ? 0 : Character.toLowerCase(c);
        };
    }

    private static char latin(char c) {
        return switch (c) {
            case 'ı', 'İ' -> 'i';
            case 'ß' -> 's';
            default ->
                Character.toLowerCase(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                        .charAt(0));
        };
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
