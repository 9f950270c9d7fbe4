package dev.dateline.pipeline.tag.theme;

import dev.dateline.schema.Evidence;
import dev.dateline.schema.EvidenceField;

/**
 * A term found in one of the article's texts, from start up to end.
 *
 * @param opening true in the headline and in the opening sentence
 */
record ThemeHit(ThemeTerm term, String source, EvidenceField field, int start, int end, boolean opening) {

    Evidence evidence() {
        return new Evidence(field, start, end, source.substring(start, end));
    }
}
