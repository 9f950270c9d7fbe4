package dev.dateline.pipeline.tag.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the whole article says about where it plays: the countries and divisions that it names beyond doubt, and the
 * towns that lie close to each other.
 *
 * <p>Of the names in one text those are meant that lie together (Leidner, "Toponym Resolution in Text", 2007, the
 * minimality heuristic): Paris between Bonham and Clarksville is in Texas. A name that is in doubt itself counts less,
 * and a name never speaks for itself.
 */
final class ArticleContext {
    /** By so many powers of ten must one reading outweigh the others to be beyond doubt. */
    private static final double CLEAR = 1.5;

    private static final double ADJECTIVE = 0.5;
    private static final double COUNTRY_WEIGHT = 1.0;
    private static final double COUNTRY_MOST = 2.0;
    private static final double DIVISION_WEIGHT = 0.8;
    private static final double COUNTY_WEIGHT = 3.0;
    private static final double NEAR_WEIGHT = 0.8;
    private static final double NEAR_MOST = 3.2;
    private static final double CUE_WEIGHT = 0.6;
    private static final double CUES_MOST = 3.2;
    private static final int CUES_OF_HOME = 2;
    private static final double UNKNOWN_HERE = 0.7;
    private static final double HOME_WEIGHT = 0.8;
    /** More names than this are a list or a table; looking at each with each would take too long. */
    private static final int MOST_NAMES = 120;

    private final Map<String, Map<String, Double>> namesByCountry = new HashMap<>();
    private final Set<Site> divisions = new HashSet<>();
    private final Set<Site> counties = new HashSet<>();
    private final Map<String, List<Site>> towns = new HashMap<>();
    private final Map<String, Set<String>> cues = new HashMap<>();
    private final Set<String> parts = new HashSet<>();
    private final @Nullable String home;

    /**
     * @param home the outlet's country, or null
     */
    ArticleContext(List<Candidate> candidates, @Nullable String home) {
        this.home = home;
        var chained = chained(candidates);
        for (var candidate : candidates) {
            if (candidate.use() == NameUse.PART) {
                parts.add(candidate.name());
            } else if (candidate.isCue()) {
                candidate.places().forEach(p -> addCue(p.codes(), candidate.name()));
            } else if (!candidate.isA(PlaceKind.CURRENCY)) {
                add(candidate, chained);
            }
        }
        towns.values().removeIf(List::isEmpty);
    }

    private void addCue(List<String> codes, String word) {
        codes.forEach(code -> cues.computeIfAbsent(code, c -> new HashSet<>()).add(word));
    }

    private void add(Candidate candidate, Set<String> chained) {
        var readings = Reading.of(candidate);
        var clear = clear(readings);
        if (clear != null && candidate.isListed()) {
            addClear(candidate, clear);
        }
        readings.forEach(r ->
                r.sites().stream().filter(s -> s.isArea() && !s.isDivision()).forEach(counties::add));
        if (!chained.contains(candidate.name()) && towns.size() < MOST_NAMES) {
            towns.computeIfAbsent(candidate.name(), n -> sites(readings));
        }
    }

    /** Names that the article uses for persons and firms, unless it also says that something is there. */
    private static Set<String> chained(List<Candidate> candidates) {
        var chained = new HashSet<String>();
        var located = new HashSet<String>();
        for (var candidate : candidates) {
            if (candidate.use() == NameUse.CHAINED && !candidate.isListed()) {
                chained.add(candidate.name());
            } else if (candidate.use() == NameUse.LOCATED) {
                located.add(candidate.name());
            }
        }
        chained.removeAll(located);
        return chained;
    }

    private static @Nullable Reading clear(List<Reading> readings) {
        var sorted = readings.stream()
                .sorted(Comparator.comparingDouble(r -> -r.prior()))
                .toList();
        if (sorted.isEmpty()
                || sorted.size() > 1 && sorted.get(0).prior() - sorted.get(1).prior() < CLEAR) {
            return null;
        }
        return sorted.get(0);
    }

    private void addClear(Candidate candidate, Reading reading) {
        var weight = reading.kind() == PlaceKind.ADJECTIVE ? ADJECTIVE : 1.0;
        for (var code : reading.codes()) {
            namesByCountry.computeIfAbsent(code, c -> new HashMap<>()).merge(candidate.name(), weight, Math::max);
        }
        if (reading.kind() == PlaceKind.DIVISION) {
            reading.sites().stream().filter(Site::isDivision).forEach(divisions::add);
        }
    }

    private static List<Site> sites(List<Reading> readings) {
        var sites = new ArrayList<Site>();
        readings.forEach(r -> r.sites().stream().filter(s -> !s.isArea()).forEach(sites::add));
        return sites;
    }

    /** Gives how much speaks for one reading of a name, in powers of ten. */
    double support(String name, Reading reading) {
        var country = reading.codes().size() == 1 ? reading.codes().get(0) : "";
        var support = Math.min(COUNTRY_MOST, COUNTRY_WEIGHT * Math.log1p(otherNames(country, name)))
                + Math.min(NEAR_MOST, NEAR_WEIGHT * near(name, reading));
        support += Math.min(
                CUES_MOST, CUE_WEIGHT * cues.getOrDefault(country, Set.of()).size());
        if (support == 0) {
            support -= UNKNOWN_HERE;
        }
        if (country.equals(home)) {
            support += HOME_WEIGHT;
        }
        if (isIn(reading, divisions)) {
            support += DIVISION_WEIGHT;
        }
        if (isIn(reading, counties)) {
            support += COUNTY_WEIGHT;
        }
        return support;
    }

    /** True when the article names the county or, for a county, a town in it. */
    boolean isInCounty(Reading reading) {
        return isIn(reading, counties)
                || reading.sites().stream()
                        .filter(s -> s.isArea() && !s.isDivision())
                        .anyMatch(county -> towns.values().stream()
                                .anyMatch(sites -> sites.stream().anyMatch(s -> s.isIn(county))));
    }

    private static boolean isIn(Reading reading, Set<Site> areas) {
        return reading.sites().stream()
                .filter(s -> !s.isArea())
                .anyMatch(s -> areas.stream().anyMatch(s::isIn));
    }

    /** True for a name that the article also has within a person's, a county's or a paper's. */
    boolean isPartElsewhere(String name) {
        return parts.contains(name);
    }

    /** True when the article plainly plays in some other country. */
    boolean isElsewhere(String country) {
        return Stream.concat(namesByCountry.keySet().stream(), cues.keySet().stream())
                .anyMatch(c -> !c.equals(country)
                        && namesByCountry.getOrDefault(c, Map.of()).size()
                                        + cues.getOrDefault(c, Set.of()).size()
                                > 1);
    }

    /** True when the article speaks of a country beyond doubt, or in the words of its local news. */
    boolean isAtHome(String country, String name) {
        return otherNames(country, name) >= 1
                || cues.getOrDefault(country, Set.of()).size() >= CUES_OF_HOME;
    }

    /** How many other names speak for a country beyond doubt. */
    double otherNames(String country, String name) {
        return namesByCountry.getOrDefault(country, Map.of()).entrySet().stream()
                .filter(e -> !e.getKey().equals(name))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** How many other names of towns lie close to a place of this reading, at most. */
    long near(String name, Reading reading) {
        return reading.sites().stream()
                .mapToLong(site -> towns.entrySet().stream()
                        .filter(e -> !e.getKey().equals(name)
                                && e.getValue().stream().anyMatch(site::isNear))
                        .count())
                .max()
                .orElse(0);
    }
}
