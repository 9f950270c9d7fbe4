package dev.dateline.pipeline.tag.term;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language whose terms are looked for: what the article says, or else what its letters suggest. */
public final class Language {
    private static final int SAMPLE = 2000;
    /** Letters of the Turkic Cyrillic alphabets that Russian lacks; those of Kazakh and of Kyrgyz overlap. */
    private static final String KAZAKH = "әғқұһі";

    private static final String KYRGYZ = "өүң";
    private static final String TAJIK = "ҷҳӯӣ";
    private static final String UKRAINIAN = "їєґ";
    private static final String PERSIAN = "پچژگ";

    private Language() {}

    /** Gives the primary subtag in lower case; never null or {@code und}. */
    public static String of(@Nullable String tag, String text) {
        if (tag == null || tag.isBlank() || tag.startsWith("und")) {
            return guess(text);
        }
        var lower = tag.toLowerCase(Locale.ROOT);
        var end = lower.indexOf('-');
        return end < 0 ? lower : lower.substring(0, end);
    }

    private static String guess(String text) {
        var sample = text.substring(0, Math.min(SAMPLE, text.length())).toLowerCase(Locale.ROOT);
        var cyrillic = count(sample, Character.UnicodeScript.CYRILLIC);
        var latin = count(sample, Character.UnicodeScript.LATIN);
        var han = count(sample, Character.UnicodeScript.HAN) * 3;
        var arabic = count(sample, Character.UnicodeScript.ARABIC);
        var most = Math.max(Math.max(cyrillic, latin), Math.max(han, arabic));
        if (most == 0 || most == latin) {
            return sample.contains("oʻ") || sample.contains("o‘") || sample.contains("gʻ") ? "uz" : "en";
        }
        if (most == han) {
            return "zh";
        }
        return most == arabic ? (hasAny(sample, PERSIAN) ? "fa" : "ar") : cyrillic(sample);
    }

    private static String cyrillic(String sample) {
        if (hasAny(sample, TAJIK)) {
            return "tg";
        }
        if (hasAny(sample, UKRAINIAN)) {
            return "uk";
        }
        return hasAny(sample, KAZAKH) ? "kk" : hasAny(sample, KYRGYZ) ? "ky" : "ru";
    }

    private static boolean hasAny(String sample, String letters) {
        return letters.chars().anyMatch(c -> sample.indexOf(c) >= 0);
    }

    private static long count(String sample, Character.UnicodeScript script) {
        return sample.codePoints()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == script)
                .count();
    }
}
