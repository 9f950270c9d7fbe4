package dev.dateline.pipeline.page;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a page writes 3/4/2026 for the fourth of March or for the third of April. */
enum DayOrder {
    MONTH_FIRST,
    DAY_FIRST;

    private static final Set<String> MONTH_FIRST_REGIONS = Set.of("us", "ph", "ca", "pr", "gu");
    /** Domains of countries that the whole world uses. */
    private static final Set<String> WORLDWIDE =
            Set.of("io", "ai", "co", "me", "tv", "fm", "ly", "gg", "cc", "to", "us");

    private static final int COUNTRY = 2;

    /**
     * The order by what a page claims to be written in, else by the country of its domain.
     *
     * @param language for example {@code en-GB}; null when the page does not say
     * @param host for example {@code news.example.uk}
     */
    static DayOrder of(@Nullable String language, String host) {
        var parts = language == null
                ? new String[] {""}
                : language.strip().toLowerCase(Locale.ROOT).split("[-_]", -1);
        if (!parts[0].isEmpty() && !parts[0].equals("en")) {
            return DAY_FIRST;
        }
        var region = parts.length > 1 ? parts[parts.length - 1] : "";
        if (region.length() == COUNTRY) {
            return MONTH_FIRST_REGIONS.contains(region) ? MONTH_FIRST : DAY_FIRST;
        }
        var domain = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return domain.length() == COUNTRY && !WORLDWIDE.contains(domain) ? DAY_FIRST : MONTH_FIRST;
    }
}
