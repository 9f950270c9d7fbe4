package dev.dateline.pipeline.tag.term;

import java.text.Normalizer;

/**
 * Maps characters to the form that terms are compared in: lower case, Latin letters without marks, one letter where
 * scripts have variants of it (ё, Arabic and Persian kaf and ya). Cyrillic й keeps its mark: it tells words apart.
 */
final class Folding {
    private static final int LATIN_END = 0x250;
    private static final char[] LATIN = latin();

    private Folding() {}

    /** Folds one character; 0 when it is only a mark and goes. */
    static char fold(char c) {
        if (c < LATIN_END) {
            return LATIN[c];
        }
        if (c >= 0x1E00 && c < 0x1F00) {
            return decomposed(c);
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

    /** True for the signs that stand inside a word as part of it, such as the one of Oʻzbekiston or Russia's. */
    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘' || c == 'ʻ' || c == 'ʼ' || c == '`' || c == '´';
    }

    /** True for characters that stand in a word without being written: joiners and soft hyphens. */
    static boolean isInvisible(char c) {
        return c == '\u200c' || c == '\u200d' || c == '\u00ad';
    }

    static boolean isHan(char c) {
        return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
    }

    static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static char[] latin() {
        var table = new char[LATIN_END];
        for (char c = 0; c < LATIN_END; c++) {
            table[c] = c == 'ı' || c == 'İ' ? 'i' : decomposed(c);
        }
        return table;
    }

    private static char decomposed(char c) {
        return Character.toLowerCase(
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0));
    }
}
