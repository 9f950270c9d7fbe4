package dev.dateline.pipeline.tag.region;

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
    private static final double ADJECTIVE = 0.5;
    private static final double COUNTRY_WEIGHT = 1.0;
    private static final double COUNTRY_MOST = 2.0;
    private static final double DIVISION_WEIGHT = 0.8;
    private static final double COUNTY_WEIGHT = 3.0;
    private static final double NEAR_WEIGHT = 0.8;
    /** So many towns close by are as good as any number. */
    private static final int ENOUGH_NEAR = 4;

    private static final double CUE_WEIGHT = 0.6;
    private static final double CUES_MOST = 3.2;
    private static final int CUES_OF_HOME = 2;
    private static final double UNKNOWN_HERE = 0.7;
    private static final double HOME_WEIGHT = 0.8;
    /** More names than this are a list or a table; looking at each with each would take too long. */
    private static final int MOST_NAMES = 120;

    private final Map<String, ClearNames> namesByCountry = new HashMap<>();
    private final Set<Site> divisions = new HashSet<>();
    private final Set<Site> counties = new HashSet<>();
    private final Map<String, List<Site>> towns = new HashMap<>();
    private final Map<String, Set<String>> cues = new HashMap<>();
    private final Set<String> parts = new HashSet<>();
    private final @Nullable String home;
    private int compared;

    /**
     * @param home the outlet's country, or null
     */
    ArticleContext(List<Candidate> candidates, @Nullable String home) {
        this.home = home;
        var chained = chained(candidates);
        var seen = new HashSet<Name>();
        for (var candidate : candidates) {
            if (candidate.use() == NameUse.PART) {
                parts.add(candidate.term());
            } else if (seen.add(candidate.name())) {
                add(candidate, chained);
            }
        }
        towns.values().removeIf(List::isEmpty);
    }

    private void add(Candidate candidate, Set<String> chained) {
        if (candidate.isCue()) {
            candidate.name().readings().all().forEach(r -> addCue(r.codes(), candidate.term()));
        } else if (!candidate.isA(PlaceKind.CURRENCY)) {
            addName(candidate.name(), chained);
        }
    }

    private void addCue(List<String> codes, String word) {
        codes.forEach(code -> cues.computeIfAbsent(code, c -> new HashSet<>()).add(word));
    }

    private void addName(Name name, Set<String> chained) {
        var readings = name.readings();
        var clear = readings.clear();
        if (clear != null && name.isListed()) {
            addClear(name, clear);
        }
        counties.addAll(readings.counties());
        if (towns.size() < MOST_NAMES && !chained.contains(name.term())) {
            towns.putIfAbsent(name.term(), readings.towns());
        }
    }

    /** Names that the article uses for persons and firms, unless it also says that something is there. */
    private static Set<String> chained(List<Candidate> candidates) {
        var chained = new HashSet<String>();
        var located = new HashSet<String>();
        for (var candidate : candidates) {
            if (candidate.use() == NameUse.CHAINED && !candidate.name().isListed()) {
                chained.add(candidate.term());
            } else if (candidate.use() == NameUse.LOCATED) {
                located.add(candidate.term());
            }
        }
        chained.removeAll(located);
        return chained;
    }

    private void addClear(Name name, Reading reading) {
        var weight = reading.kind() == PlaceKind.ADJECTIVE ? ADJECTIVE : 1.0;
        for (var code : reading.codes()) {
            namesByCountry.computeIfAbsent(code, c -> new ClearNames()).add(name.term(), weight);
        }
        if (reading.kind() == PlaceKind.DIVISION) {
            reading.sites().stream().filter(Site::isDivision).forEach(divisions::add);
        }
    }

    /** Gives how much speaks for one reading of a name, in powers of ten. */
    double support(String name, Reading reading) {
        var country = reading.codes().size() == 1 ? reading.codes().get(0) : "";
        var support = Math.min(COUNTRY_MOST, COUNTRY_WEIGHT * Math.log1p(otherNames(country, name)))
                + NEAR_WEIGHT * near(name, reading);
        support += Math.min(CUES_MOST, CUE_WEIGHT * cues(country));
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
        return isIn(reading, counties) || hasTownIn(reading);
    }

    private boolean hasTownIn(Reading reading) {
        var sites = reading.sites();
        for (var i = 0; i < sites.size(); i++) {
            var county = sites.get(i);
            if (county.isArea() && !county.isDivision() && hasTownIn(county)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasTownIn(Site county) {
        for (var sites : towns.values()) {
            for (var i = 0; i < sites.size(); i++) {
                compared++;
                if (sites.get(i).isIn(county)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isIn(Reading reading, Set<Site> areas) {
        var sites = areas.isEmpty() ? List.<Site>of() : reading.sites();
        for (var i = 0; i < sites.size(); i++) {
            if (sites.get(i).isInAny(areas)) {
                return true;
            }
        }
        return false;
    }

    /** True for a name that the article also has within a person's, a county's or a paper's. */
    boolean isPartElsewhere(String name) {
        return parts.contains(name);
    }

    /** True when the article plainly plays in some other country. */
    boolean isElsewhere(String country) {
        return Stream.concat(namesByCountry.keySet().stream(), cues.keySet().stream())
                .anyMatch(c -> !c.equals(country) && clearNames(c).size() + cues(c) > 1);
    }

    /** True when the article speaks of a country beyond doubt, or in the words of its local news. */
    boolean isAtHome(String country, String name) {
        return otherNames(country, name) >= 1 || cues(country) >= CUES_OF_HOME;
    }

    /** How many other names speak for a country beyond doubt. */
    double otherNames(String country, String name) {
        return clearNames(country).without(name);
    }

    private ClearNames clearNames(String country) {
        return namesByCountry.getOrDefault(country, ClearNames.NONE);
    }

    private int cues(String country) {
        return cues.getOrDefault(country, Set.of()).size();
    }

    /** How many other names of towns lie close to a place of this reading, as far as more of them say more. */
    int near(String name, Reading reading) {
        var sites = reading.sites();
        var most = 0;
        for (var i = 0; i < sites.size() && most < ENOUGH_NEAR; i++) {
            most = Math.max(most, near(name, sites.get(i)));
        }
        return most;
    }

    private int near(String name, Site site) {
        var close = 0;
        for (var town : towns.entrySet()) {
            if (!town.getKey().equals(name) && isNearOne(site, town.getValue()) && ++close == ENOUGH_NEAR) {
                break;
            }
        }
        return close;
    }

    private boolean isNearOne(Site site, List<Site> others) {
        for (var i = 0; i < others.size(); i++) {
            compared++;
            if (site.isNear(others.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** How many pairs of places were compared so far: nearly all the work there is, and so what tests keep in bounds. */
    int compared() {
        return compared;
    }
}
