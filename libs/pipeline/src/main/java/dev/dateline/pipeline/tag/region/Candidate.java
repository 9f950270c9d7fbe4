package dev.dateline.pipeline.tag.region;

import dev.dateline.schema.EvidenceField;

/**
 * A place's name found in a field.
 *
 * @param namesake true when the words beside it say that something smaller bears the name
 */
record Candidate(Name name, EvidenceField field, int start, int end, boolean namesake, NameUse use) {

    /** What the name is listed as: the same for every form of it. */
    String term() {
        return name.term();
    }

    boolean isA(PlaceKind kind) {
        return name.isA(kind);
    }

    /** True for a word that names no place but has one in mind. */
    boolean isCue() {
        return isA(PlaceKind.CUE);
    }

    /** True for words that are no places but tell what the place beside them is. */
    boolean isMarker() {
        return name.isMarker();
    }

    /** True for a country's own name or adjective. */
    boolean isCountryWord() {
        return isA(PlaceKind.NAME) || isA(PlaceKind.ADJECTIVE);
    }

    Candidate asCurrency() {
        return new Candidate(name.asCurrency(), field, start, end, namesake, use);
    }

    Candidate asNamesake() {
        return new Candidate(name, field, start, end, true, use);
    }

    Candidate used(NameUse changed) {
        return new Candidate(name, field, start, end, namesake, changed);
    }
}
