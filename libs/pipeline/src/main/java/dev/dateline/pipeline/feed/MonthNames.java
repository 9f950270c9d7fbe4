package dev.dateline.pipeline.feed;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of the months, whole and abbreviated, as CLDR has them, in languages whose feeds write them out. */
final class MonthNames {
    /** Where two languages disagree (listopad is November in Polish and October in Croatian), the earlier one wins. */
    private static final List<String> LANGUAGES = List.of(
            "en", "ru", "uk", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "sv", "da", "nb", "fi", "cs", "sk", "ro",
            "hu", "el", "id", "kk", "ky", "uz", "uz-Cyrl", "tg", "tk", "az", "be", "bg", "sr", "sr-Latn", "hr", "sl",
            "mk", "sq", "et", "lv", "lt", "ca", "gl", "eu", "is", "ga", "cy", "ms", "sw", "fa", "ar", "ar-SY", "ar-MA",
            "he", "hi", "ka", "hy", "th");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    /** Gives 1 to 12; 0 for a word that names no month. Marks above letters may be missing, as people type. */
    static int number(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return NUMBERS.getOrDefault(lower, NUMBERS.getOrDefault(withoutMarks(lower), 0));
    }

    private static Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        numbers.put("sept", 9);
        for (var language : LANGUAGES) {
            var locale = Locale.forLanguageTag(language);
            var symbols = DateFormatSymbols.getInstance(ULocale.forLocale(locale));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    addAll(numbers, symbols.getMonths(context, width), locale);
                }
            }
        }
        return Map.copyOf(numbers);
    }

    private static void addAll(Map<String, Integer> numbers, String[] months, Locale locale) {
        for (int i = 0; i < 12; i++) {
            var name = months[i].replace(".", "");
            var lower = name.toLowerCase(Locale.ROOT);
            numbers.putIfAbsent(lower, i + 1);
            // Turkish KASIM becomes kasim where nobody knows that it is Turkish
            numbers.putIfAbsent(name.toUpperCase(locale).toLowerCase(Locale.ROOT), i + 1);
            numbers.putIfAbsent(withoutMarks(lower), i + 1);
        }
    }

    private static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }
}
