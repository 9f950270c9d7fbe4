package dev.dateline.pipeline.tag.region;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tree of UN M49 as ICU knows it: which regions hold a country, from the nearest outwards. */
final class RegionTree {
    /** So many countries an article may name one by one when it means the region. */
    static final int LARGEST_SMALL = 5;

    private static final String WORLD = "001";
    /** M49's intermediate regions that news is routed by; ICU has them as groupings, beside the tree. */
    private static final List<String> GROUPINGS = List.of("419", "202");

    private final Map<String, List<String>> ancestors = new HashMap<>();
    private final Map<String, List<String>> members = new TreeMap<>();
    private final Set<String> countries = new TreeSet<>();
    private final List<List<String>> small;

    RegionTree() {
        var groupings = groupings();
        for (var territory : Region.getAvailable(RegionType.TERRITORY)) {
            var code = territory.toString();
            if (code.length() == 2 && !code.equals("ZZ")) {
                countries.add(code);
                ancestors.put(code, ancestorsOf(territory, groupings));
            }
        }
        countries.forEach(country -> above(country)
                .forEach(region ->
                        members.computeIfAbsent(region, r -> new ArrayList<>()).add(country)));
        this.small = members.values().stream()
                .filter(m -> m.size() > 2 && m.size() <= LARGEST_SMALL)
                .toList();
    }

    /** All ISO 3166-1 alpha-2 codes in alphabetical order. */
    Set<String> countries() {
        return countries;
    }

    /** The M49 codes above a country, without the world; empty for one that is unknown. */
    List<String> above(String country) {
        return ancestors.getOrDefault(country, List.of());
    }

    /** The countries below an M49 code in alphabetical order. */
    List<String> members(String region) {
        return members.getOrDefault(region, List.of());
    }

    /** The members of each region that a text may name one by one, in the order of the regions' codes. */
    List<List<String>> small() {
        return small;
    }

    /** Every M49 code that is above some country. */
    Set<String> regions() {
        return members.keySet();
    }

    private static Map<String, List<String>> groupings() {
        var membersOf = new HashMap<String, List<String>>();
        for (var grouping : GROUPINGS) {
            var members = new ArrayList<String>();
            collect(Region.getInstance(grouping), members);
            membersOf.put(grouping, members);
        }
        return membersOf;
    }

    private static void collect(Region region, List<String> into) {
        into.add(region.toString());
        region.getContainedRegions().forEach(r -> collect(r, into));
    }

    private static List<String> ancestorsOf(Region territory, Map<String, List<String>> groupings) {
        var above = new LinkedHashSet<String>();
        for (var r = territory.getContainingRegion();
                r != null && !r.toString().equals(WORLD);
                r = r.getContainingRegion()) {
            if (!r.toString().equals("QO")) {
                above.add(r.toString());
            }
        }
        GROUPINGS.stream()
                .filter(g -> Stream.concat(Stream.of(territory.toString()), above.stream())
                        .anyMatch(groupings.getOrDefault(g, List.of())::contains))
                .toList()
                .forEach(above::add);
        return List.copyOf(above);
    }
}
