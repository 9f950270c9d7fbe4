package dev.dateline.pipeline.tag.region;

import dev.dateline.schema.EvidenceField;
import java.util.List;

/**
 * A place named in an article, resolved.
 *
 * @param codes the countries meant: one, or the members of a group; or an M49 region
 * @param start first character in its field, in UTF-16 code units
 */
record Mention(List<String> codes, PlaceKind kind, EvidenceField field, int start, int end) {

    boolean isTitle() {
        return field == EvidenceField.TITLE;
    }
}
