package dev.dateline.pipeline.tag.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** One country, region or group that a name may stand for, with every place there that bears the name. Immutable. */
final class Reading {
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

    private final List<String> codes;
    private final PlaceKind kind;
    private final List<Site> sites;
    private final int population;
    private final boolean hasDivision;
    private final double prior;

    private Reading(List<String> codes, List<Place> places) {
        this.codes = codes;
        this.kind = places.stream().map(Place::kind).min(PlaceKind::compareTo).orElseThrow();
        this.sites = sites(places);
        this.population = sites.stream().mapToInt(Reading::people).max().orElse(0);
        this.hasDivision = sites.stream().anyMatch(Site::isDivision);
        this.prior = likelihood();
    }

    /** Gives what places with codes stand for, in the order in which they are listed. */
    static List<Reading> all(List<Place> places) {
        var byCodes = new LinkedHashMap<List<String>, List<Place>>();
        for (var place : places) {
            if (!place.codes().isEmpty()) {
                byCodes.computeIfAbsent(place.codes(), c -> new ArrayList<>()).add(place);
            }
        }
        return byCodes.entrySet().stream()
                .map(e -> new Reading(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<Site> sites(List<Place> places) {
        var sites = new ArrayList<Site>();
        for (var place : places) {
            var site = place.site();
            if (site != null && !sites.contains(site)) {
                sites.add(site);
            }
        }
        return List.copyOf(sites);
    }

    List<String> codes() {
        return codes;
    }

    /** The most telling of the places' kinds. */
    PlaceKind kind() {
        return kind;
    }

    List<Site> sites() {
        return sites;
    }

    /** How likely the name stands for this when nothing else is known, as a power of ten of people. */
    double prior() {
        return prior;
    }

    /** How many people live in the largest of the places; where the news is from home, a town counts for a city. */
    int population() {
        return population;
    }

    boolean isTown() {
        return kind == PlaceKind.TOWN;
    }

    boolean isDivision() {
        return kind == PlaceKind.DIVISION || hasDivision;
    }

    private static int people(Site site) {
        return HOME.contains(site.country()) ? site.population() * AT_HOME : site.population();
    }

    private double likelihood() {
        return switch (kind) {
            case TOWN -> size();
            case DIVISION -> hasDivision ? DIVISION : LISTED_WITHOUT_SITE;
            case CITY, SEAT -> sites.isEmpty() ? LISTED_WITHOUT_SITE : Math.max(LISTED_WITHOUT_SITE, size() + LISTED);
            default -> COUNTRY - 0.1 * kind.ordinal();
        };
    }

    private double size() {
        return Math.log10(Math.max(SMALLEST, population));
    }
}
