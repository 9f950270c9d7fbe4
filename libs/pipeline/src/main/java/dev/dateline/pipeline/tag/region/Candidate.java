package dev.dateline.pipeline.tag.region;

import dev.dateline.schema.EvidenceField;
import java.util.List;

/** A place's name found in a field, with all that it may stand for. */
record Candidate(List<Place> places, EvidenceField field, int start, int end) {

    boolean isOther() {
        return places.stream().anyMatch(p -> p.kind() == PlaceKind.OTHER);
    }

    boolean isCertain() {
        return places.stream().map(Place::codes).distinct().count() == 1;
    }

    boolean isA(PlaceKind kind) {
        return places.stream().anyMatch(p -> p.kind() == kind);
    }
}
