package dev.dateline.pipeline.tag.theme;

import dev.dateline.schema.Evidence;
import dev.dateline.schema.EvidenceField;

/** A term found in one of the article's texts, from start up to end. */
record ThemeHit(ThemeTerm term, String source, EvidenceField field, int start, int end) {

    /** How many times it counts. */
    int occurrences() {
        if (field == EvidenceField.TITLE) {
            return ScoringModel.TITLE;
        }
        return start < ScoringModel.LEAD ? ScoringModel.IN_LEAD : 1;
    }

    Evidence evidence() {
        return Evidence.newBuilder()
                .setField(field)
                .setStart(start)
                .setEnd(end)
                .setText(source.substring(start, end))
                .build();
    }
}
