package dev.dateline.pipeline.feed;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of the months, whole and abbreviated, as CLDR has them, in languages whose feeds write them out. */
final class MonthNames {
    /** Where two languages disagree (listopad is November in Polish and October in Croatian), the earlier one wins. */
    private static final List<String> LANGUAGES = List.of(
            "en", "ru", "uk", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "sv", "da", "nb", "fi", "cs", "sk", "ro",
            "hu", "el", "id", "kk", "ky", "uz", "az", "be", "bg", "sr", "ca");

    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    /** Gives 1 to 12; 0 for a word that names no month. */
    static int number(String lowerCase) {
        return NUMBERS.getOrDefault(lowerCase, 0);
    }

    private static Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        numbers.put("sept", 9);
        for (var language : LANGUAGES) {
            var symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(language));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    addAll(numbers, symbols.getMonths(context, width));
                }
            }
        }
        return Map.copyOf(numbers);
    }

    private static void addAll(Map<String, Integer> numbers, String[] months) {
        for (int i = 0; i < 12; i++) {
            numbers.putIfAbsent(months[i].toLowerCase(Locale.ROOT).replace(".", ""), i + 1);
        }
    }
}
