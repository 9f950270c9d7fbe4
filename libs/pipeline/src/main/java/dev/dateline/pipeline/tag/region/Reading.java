package dev.dateline.pipeline.tag.region;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One country, region or group that a name may stand for, with every place there that bears the name.
 *
 * @param kind the most telling of the places' kinds
 */
record Reading(List<String> codes, PlaceKind kind, List<Site> sites) {
    /** What a country's name weighs against a city's, in powers of ten of people. */
    private static final double COUNTRY = 8.5;

    private static final double DIVISION = 8;
    /** A city in our own lists is in the news ten times as often as another of its size. */
    private static final double LISTED = 1;

    private static final double LISTED_WITHOUT_SITE = 6;
    /** Central Asia, which this gazetteer is made for. */
    private static final Set<String> HOME = Set.of("KZ", "KG", "UZ", "TJ", "TM");

    private static final int AT_HOME = 10;
    private static final int SMALLEST = 1000;

    /** Gives what a candidate may stand for, in the order in which its places are listed. */
    static List<Reading> of(Candidate candidate) {
        var byCodes = new LinkedHashMap<List<String>, List<Place>>();
        for (var place : candidate.places()) {
            if (!place.codes().isEmpty()) {
                byCodes.computeIfAbsent(place.codes(), c -> new java.util.ArrayList<>())
                        .add(place);
            }
        }
        return byCodes.entrySet().stream().map(Reading::of).toList();
    }

    private static Reading of(Map.Entry<List<String>, List<Place>> entry) {
        var kind = entry.getValue().stream()
                .map(Place::kind)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var sites = entry.getValue().stream()
                .map(Place::site)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Reading(entry.getKey(), kind, sites);
    }

    /** How likely the name stands for this when nothing else is known, as a power of ten of people. */
    double prior() {
        return switch (kind) {
            case TOWN -> size();
            case DIVISION -> sites.stream().anyMatch(Site::isDivision) ? DIVISION : LISTED_WITHOUT_SITE;
            case CITY, SEAT -> sites.isEmpty() ? LISTED_WITHOUT_SITE : Math.max(LISTED_WITHOUT_SITE, size() + LISTED);
            default -> COUNTRY - 0.1 * kind.ordinal();
        };
    }

    /** How many people live in the largest of the places; where the news is from home, a town counts for a city. */
    int population() {
        return sites.stream()
                .mapToInt(s -> HOME.contains(s.country()) ? s.population() * AT_HOME : s.population())
                .max()
                .orElse(0);
    }

    boolean isTown() {
        return kind == PlaceKind.TOWN;
    }

    boolean isDivision() {
        return kind == PlaceKind.DIVISION || sites.stream().anyMatch(Site::isDivision);
    }

    private double size() {
        return Math.log10(Math.max(SMALLEST, population()));
    }
}
