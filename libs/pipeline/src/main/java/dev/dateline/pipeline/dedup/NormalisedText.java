package dev.dateline.pipeline.dedup;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Levels what outlets change without rewriting: case, width, ligatures, accents. Compatibility decomposition (Unicode
 * annex 15, NFKD) makes full-width digits plain and splits accents off; these are dropped, so that ё and е, é and e are
 * one letter. Vowel signs of Indic and Thai scripts are no accents and stay; what is left is composed again (NFC), for
 * kana and Hangul.
 */
final class NormalisedText {
    private static final char FIRST_ACCENT = '\u0300';
    private static final char LAST_ACCENT = '\u036f';

    private NormalisedText() {}

    static String of(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c < FIRST_ACCENT || c > LAST_ACCENT) {
                plain.append(c);
            }
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }
}
