package dev.dateline.pipeline.tag.region;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.pipeline.tag.term.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cities and first-level divisions from GeoNames (CC BY 4.0), by the language of their names. Read when the first
 * language is built; the languages share what they have in common.
 */
final class GeoNames {
    private static final String DEFAULT = "en";
    private static final String CYRILLIC = "Cyrl";
    /** A name of fewer Chinese characters is as often a part of other words. */
    private static final int SHORTEST_HAN = 3;

    private final Stream<String> lines;
    private final Set<String> prominent = new HashSet<>();
    private final Map<String, List<String>> codesOf = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();
    private @Nullable Map<String, List<Place>> byLanguage;

    /**
     * @param lines of {@code regions/geonames.tsv.gz}; its generator explains them
     * @param prominent English names of cities by country, which are cities in the news of every language
     */
    GeoNames(Stream<String> lines, JsonNode prominent) {
        this.lines = lines;
        prominent
                .properties()
                .forEach(e -> Term.list(e.getValue().asText()).forEach(t -> this.prominent.add(e.getKey() + t.text())));
    }

    /** Gives the places that have a name in a language, which for English are all of them. */
    List<Place> of(String language) {
        return read().getOrDefault(language, List.of());
    }

    /** Gives the places whose names are known in Cyrillic letters, not in which language. */
    List<Place> cyrillic() {
        return of(CYRILLIC);
    }

    private synchronized Map<String, List<Place>> read() {
        if (byLanguage == null) {
            var places = new HashMap<String, List<Place>>();
            lines.forEach(line -> add(line.split("\t", -1), places));
            shared.clear();
            byLanguage = places;
        }
        return byLanguage;
    }

    private void add(String[] fields, Map<String, List<Place>> places) {
        var codes = codesOf.computeIfAbsent(fields[0], List::of);
        var site = site(fields);
        var kind = prominent.contains(fields[0] + fields[7]) && !site.isArea() ? PlaceKind.CITY : PlaceKind.TOWN;
        put(places, DEFAULT, new Place(codes, PlaceKind.TOWN, true, false, fields[7], site));
        for (var name : fields[8].split(";", 0)) {
            var at = name.indexOf('=');
            if (at > 0) {
                var language = name.substring(0, at);
                var text = name.substring(at + 1);
                if (!language.equals("zh") || text.length() >= SHORTEST_HAN) {
                    put(places, language, new Place(codes, kind, isCased(language), false, text, site));
                }
            }
        }
    }

    private Site site(String[] fields) {
        var country = shared(fields[0]);
        var division = shared(fields[1]);
        var county = shared(fields[2]);
        return fields[6].equals("P")
                ? new Site(country, division, county, number(fields[3]), number(fields[4]), number(fields[5]))
                : Site.area(country, division, county);
    }

    /** Thousands of places lie in one county. */
    private String shared(String code) {
        return shared.computeIfAbsent(code, c -> c);
    }

    private static int number(String field) {
        return Integer.parseInt(field);
    }

    private static boolean isCased(String language) {
        return !Gazetteer.CASELESS.contains(language);
    }

    private static void put(Map<String, List<Place>> places, String language, Place place) {
        places.computeIfAbsent(language, l -> new ArrayList<>()).add(place);
    }
}
