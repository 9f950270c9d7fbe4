package dev.dateline.pipeline.tag.theme;

import dev.dateline.schema.Evidence;
import dev.dateline.schema.EvidenceField;

/** A term found in one of the article's texts, from start up to end. */
record ThemeHit(ThemeTerm term, String source, EvidenceField field, int start, int end) {

    Evidence evidence() {
        return new Evidence(field, start, end, source.substring(start, end));
    }
}
