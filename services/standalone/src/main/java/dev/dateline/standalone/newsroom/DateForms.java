package dev.dateline.standalone.newsroom;

import java.util.Map;

/** How each language writes a day and a moment; locales know the names of months but not the words between them. */
final class DateForms {
    private static final Map<String, String> DAYS =
            Map.of("en", "MMMM d", "de", "d. MMMM", "ky", "d-MMMM", "uz", "d-MMMM", "zh", "M月d日");
    private static final Map<String, String> MOMENTS = Map.of(
            "kk", "yyyy 'жылғы' d MMMM, HH:mm",
            "ky", "d-MMMM, yyyy, HH:mm",
            "uz", "yyyy-'yil' d-MMMM, HH:mm",
            "zh", "yyyy年M月d日 HH:mm");

    private DateForms() {}

    /** Gives the pattern of a day without its year. */
    static String day(String language) {
        return DAYS.getOrDefault(language, "d MMMM");
    }

    /** Gives the pattern of a day with its year and the time of day. */
    static String moment(String language) {
        return MOMENTS.getOrDefault(language, "d MMMM yyyy, HH:mm");
    }
}
