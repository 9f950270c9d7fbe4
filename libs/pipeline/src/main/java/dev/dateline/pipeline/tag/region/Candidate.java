package dev.dateline.pipeline.tag.region;

import dev.dateline.schema.EvidenceField;
import java.util.List;

/**
 * A place's name found in a field, with all that it may stand for.
 *
 * @param namesake true when the words beside it say that something smaller bears the name
 */
record Candidate(List<Place> places, EvidenceField field, int start, int end, boolean namesake) {

    boolean isOther() {
        return places.stream().anyMatch(p -> p.kind() == PlaceKind.OTHER);
    }

    /** True for words that are no places but tell what the place beside them is. */
    boolean isMarker() {
        return places.stream().allMatch(p -> p.codes().isEmpty());
    }

    /** True for a country's own name or adjective. */
    boolean isCountryWord() {
        return isA(PlaceKind.NAME) || isA(PlaceKind.ADJECTIVE);
    }

    Candidate as(PlaceKind kind) {
        var changed = places.stream().map(p -> p.as(kind)).toList();
        return new Candidate(changed, field, start, end, namesake);
    }

    Candidate asNamesake() {
        return new Candidate(places, field, start, end, true);
    }

    boolean isCertain() {
        return places.stream().map(Place::codes).distinct().count() == 1;
    }

    boolean isA(PlaceKind kind) {
        return places.stream().anyMatch(p -> p.kind() == kind);
    }
}
