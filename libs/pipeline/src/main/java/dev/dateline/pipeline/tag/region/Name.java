package dev.dateline.pipeline.tag.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name with all that it may stand for at one place of a text. Immutable. */
final class Name {
    /** By so much may two spellings of one name differ in length: Issyk-Kul, Ysyk Köl. */
    private static final int SPELLING = 1;

    private static final Name NONE = new Name(List.of());

    private final List<Place> places;
    private final String term;
    /** The kinds of the places, each a bit. */
    private final int kinds;

    private final boolean marker;
    private final boolean listed;
    private final boolean ofPlacesOnly;
    private final boolean capitalised;
    /** These are worked out when a text has the name; threads that do so at once find the same. */
    private @Nullable Readings readings;

    private @Nullable Name currency;

    private Name(List<Place> places) {
        this.places = places;
        this.term = places.isEmpty() ? "" : places.get(0).term();
        var all = 0;
        var anyCodes = false;
        var anyListed = false;
        var onlyPlaces = true;
        for (var place : places) {
            all |= bit(place.kind());
            anyCodes |= !place.codes().isEmpty();
            anyListed |= !place.codes().isEmpty() && place.kind() != PlaceKind.TOWN;
            onlyPlaces &= place.kind().isPlace();
        }
        this.kinds = all;
        this.marker = !anyCodes;
        this.listed = anyListed;
        this.ofPlacesOnly = onlyPlaces;
        this.capitalised = (isA(PlaceKind.NAME) || isA(PlaceKind.CITY) || isA(PlaceKind.TOWN))
                && places.stream().anyMatch(Place::capitalised);
    }

    /** Gives the name of what is meant among all that is written the same way. */
    static Name of(List<Place> written) {
        if (written.isEmpty()) {
            return NONE;
        }
        var words = written.stream().filter(p -> p.kind().isWord()).toList();
        return new Name(words.isEmpty() ? leastChanged(written) : words);
    }

    /** Нигерия is a form of itself, not of Нигер: what has the shorter ending is meant. */
    private static List<Place> leastChanged(List<Place> places) {
        var longest = places.stream().mapToInt(p -> p.term().length()).max().orElse(0);
        return places.stream()
                .filter(p -> p.codes().isEmpty() || p.term().length() >= longest - SPELLING)
                .toList();
    }

    /** Gives the name where it is part of a currency's, as in US dollar. */
    Name asCurrency() {
        var known = currency;
        if (known == null) {
            known = new Name(places.stream().map(p -> p.as(PlaceKind.CURRENCY)).toList());
            currency = known;
        }
        return known;
    }

    boolean isEmpty() {
        return kinds == 0;
    }

    List<Place> places() {
        return places;
    }

    /** What the name is listed as: the same for every form of it. */
    String term() {
        return term;
    }

    boolean isA(PlaceKind kind) {
        return (kinds & bit(kind)) != 0;
    }

    /** True for words that are no places but tell what the place beside them is. */
    boolean isMarker() {
        return marker;
    }

    /** True when something in our own lists bears the name, not only one of GeoNames' many places. */
    boolean isListed() {
        return listed;
    }

    /** True when all that it may stand for are places by their own names: no adjective, no group, no person. */
    boolean isOfPlacesOnly() {
        return ofPlacesOnly;
    }

    /** True for a country's or a town's name that is meant with a capital letter. */
    boolean isCapitalised() {
        return capitalised;
    }

    Readings readings() {
        var known = readings;
        if (known == null) {
            known = new Readings(places);
            readings = known;
        }
        return known;
    }

    private static int bit(PlaceKind kind) {
        return 1 << kind.ordinal();
    }
}
