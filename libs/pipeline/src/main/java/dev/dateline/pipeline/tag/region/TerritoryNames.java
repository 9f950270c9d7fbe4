package dev.dateline.pipeline.tag.region;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of countries, M49 regions and the cities that name time zones, in any language, from ICU's CLDR data. */
final class TerritoryNames {
    /** Territories whose names are common words or other places to a news reader: only our own lists name them. */
    private static final Set<String> UNNAMED = Set.of(
            "US", "UM", "HK", "MO", "IO", "HM", "GS", "AC", "TA", "CP", "DG", "EA", "IC", "QO", "EU", "EZ", "UN");

    private final LocaleDisplayNames display;
    private final TimeZoneNames zones;

    TerritoryNames(String language) {
        var locale = ULocale.forLanguageTag(language);
        this.display = LocaleDisplayNames.getInstance(locale);
        this.zones = TimeZoneNames.getInstance(locale);
    }

    /** Gives the name of a country or M49 region, or null when the language has none for it. */
    @Nullable
    String region(String code) {
        var name = UNNAMED.contains(code) ? code : display.regionDisplayName(code);
        return name == null || name.equals(code) ? null : name.replaceAll("\\s*[（(].*", "");
    }

    /** Gives the cities that time zones are named after, with the country each is in. */
    Map<String, String> cities() {
        var cities = new HashMap<String, String>();
        for (var id : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            var city = zones.getExemplarLocationName(id);
            var country = TimeZone.getRegion(id);
            if (city != null && country.length() == 2) {
                cities.put(city, country);
            }
        }
        return cities;
    }
}
