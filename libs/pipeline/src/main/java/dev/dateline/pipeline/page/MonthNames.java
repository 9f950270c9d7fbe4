package dev.dateline.pipeline.page;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of months in the languages that news is read in, from CLDR: full and short, in every case form it has. */
final class MonthNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "ru", "kk", "ky", "uz", "uz-Cyrl", "tg", "tk", "de", "fr", "es", "pt", "it", "nl", "pl", "cs", "sk",
            "sl", "hr", "ro", "hu", "tr", "az", "uk", "be", "bg", "mk", "el", "sv", "da", "nb", "fi", "et", "lv", "lt",
            "id", "ms", "vi", "ca", "sq", "fa", "ar", "ar-SY", "ar-MA", "hi");
    /** Languages that put endings to the names of months inside a date, and these endings. */
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "kk", List.of("ы", "і", "да", "де", "ында", "інде"),
            "ky", List.of("ы", "и", "у", "ү", "да", "де", "ында", "инде", "унда", "үндө"),
            "tk", List.of("y", "i", "u", "ynda", "inde", "da"),
            "tg", List.of("и"),
            "uz", List.of("da", "dagi"),
            "uz-Cyrl", List.of("да", "даги"),
            "tr", List.of("ta", "da", "te", "de"),
            "az", List.of("da", "də"));

    private static final int SHORTEST = 3;
    /** Month by lower-case name without a final point, 1 to 12. */
    static final Map<String, Integer> BY_NAME = names();

    private MonthNames() {}

    /** Whether one of a text's words is the name of a month. */
    static boolean isIn(String text) {
        for (var word : text.toLowerCase(Locale.ROOT).split("[\\s.,]+")) {
            if (BY_NAME.containsKey(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of a text's runs of small letters is such a name, or has marks, which may part a run. */
    static boolean mayBeIn(char[] text) {
        int start = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i < text.length && Character.isLetter(text[i])) {
                continue;
            }
            boolean isMarked = i < text.length && isMark(text[i]);
            if (isMarked || (i - start >= SHORTEST && BY_NAME.containsKey(new String(text, start, i - start)))) {
                return true;
            }
            start = i + 1;
        }
        return false;
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static Map<String, Integer> names() {
        var names = new HashMap<String, Integer>();
        for (var language : LANGUAGES) {
            var symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(language));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    add(symbols.getMonths(context, width), ENDINGS.getOrDefault(language, List.of()), names);
                }
            }
        }
        names.put("sept", 9);
        names.put("jänner", 1);
        return names;
    }

    private static void add(String[] months, List<String> endings, Map<String, Integer> names) {
        for (int i = 0; i < 12; i++) {
            var name = months[i].toLowerCase(Locale.ROOT).replace(".", "").strip();
            if (name.length() >= SHORTEST
                    && name.chars()
                            .allMatch(
                                    c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK)) {
                names.putIfAbsent(name, i + 1);
                var stem = name.endsWith("ь") ? name.substring(0, name.length() - 1) : name;
                for (var ending : name.length() > 3 ? endings : List.<String>of()) {
                    names.putIfAbsent(stem + ending, i + 1);
                }
            }
        }
    }
}
