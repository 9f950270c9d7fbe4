package dev.dateline.pipeline.tag;

import dev.dateline.pipeline.tag.region.CountryGroups;
import dev.dateline.pipeline.tag.region.RegionLabels;
import dev.dateline.pipeline.tag.theme.ThemeTagger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What people call the tags, in English.
 *
 * @param regions labels by code: countries, UN M49 regions, groups
 * @param themes labels by code; a theme comes before those below it
 * @param parents of themes that are below another: the code of that one by theirs
 */
public record TagLabels(Map<String, String> regions, Map<String, String> themes, Map<String, String> parents) {

    /** IPTC's themes are all known. */
    private static final Pattern OWN = Pattern.compile("(?!medtop:)[a-z]+:[^\\s:]+");

    /** Reads the labels of all that is built in. */
    public static TagLabels load() {
        var data = new TaggingData();
        var themes = new LinkedHashMap<String, String>();
        var parents = new LinkedHashMap<String, String>();
        for (var file : ThemeTagger.builtIn()) {
            for (var entry : data.read(file)) {
                var id = entry.path("id").asText();
                themes.put(id, entry.path("label").asText());
                if (entry.has("parent")) {
                    parents.put(id, entry.path("parent").asText());
                }
            }
        }
        var groups = CountryGroups.read(data.file(CountryGroups.SHIPPED), List.of(), new ArrayList<>());
        return new TagLabels(RegionLabels.of(groups), themes, parents);
    }

    /** The code of the region that a person means by a code or a label, in any case; empty when nobody knows it. */
    public Optional<String> codeOfRegion(String said) {
        return code(said, regions);
    }

    /** The code of a theme, as {@link #codeOfRegion}. */
    public Optional<String> codeOfTheme(String said) {
        return code(said, themes);
    }

    /** A code goes before a label; what an operator may have made, such as custom:minerals, is taken as it is. */
    private static Optional<String> code(String said, Map<String, String> labels) {
        return first(labels, label -> label.getKey().equalsIgnoreCase(said))
                .or(() -> first(labels, label -> label.getValue().equalsIgnoreCase(said)))
                .or(() -> Optional.of(said).filter(code -> OWN.matcher(code).matches()));
    }

    private static Optional<String> first(Map<String, String> labels, Predicate<Map.Entry<String, String>> isMeant) {
        return labels.entrySet().stream().filter(isMeant).map(Map.Entry::getKey).findFirst();
    }

    /** The label of a region; its code when it has none. */
    public String region(String code) {
        return regions.getOrDefault(code, code);
    }

    /** The label of a theme; its code when it has none. */
    public String theme(String code) {
        return themes.getOrDefault(code, code);
    }
}
