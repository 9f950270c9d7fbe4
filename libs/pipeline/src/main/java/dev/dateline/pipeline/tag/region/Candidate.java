package dev.dateline.pipeline.tag.region;

import dev.dateline.schema.EvidenceField;
import java.util.List;

/**
 * A place's name found in a field, with all that it may stand for.
 *
 * @param namesake true when the words beside it say that something smaller bears the name
 */
record Candidate(List<Place> places, EvidenceField field, int start, int end, boolean namesake, NameUse use) {

    /** What the name is listed as: the same for every form of it. */
    String name() {
        return places.get(0).term();
    }

    boolean isOther() {
        return isA(PlaceKind.OTHER);
    }

    /** True for a word that names no place but has one in mind. */
    boolean isCue() {
        return isA(PlaceKind.CUE);
    }

    /** True for words that are no places but tell what the place beside them is. */
    boolean isMarker() {
        return places.stream().allMatch(p -> p.codes().isEmpty());
    }

    /** True for a country's own name or adjective. */
    boolean isCountryWord() {
        return isA(PlaceKind.NAME) || isA(PlaceKind.ADJECTIVE);
    }

    /** True when something in our own lists bears the name, not only one of GeoNames' many places. */
    boolean isListed() {
        return places.stream().anyMatch(p -> !p.codes().isEmpty() && p.kind() != PlaceKind.TOWN);
    }

    Candidate as(PlaceKind kind) {
        var changed = places.stream().map(p -> p.as(kind)).toList();
        return new Candidate(changed, field, start, end, namesake, use);
    }

    Candidate asNamesake() {
        return new Candidate(places, field, start, end, true, use);
    }

    Candidate used(NameUse changed) {
        return new Candidate(places, field, start, end, namesake, changed);
    }

    boolean isA(PlaceKind kind) {
        return places.stream().anyMatch(p -> p.kind() == kind);
    }
}
