package dev.dateline.pipeline.dedup;

import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.DuplicateKind;

/** Names the kind of a copy, as far as sizes and similarities tell. */
final class CopyKind {
    private static final double SAME = 0.95;
    private static final double SAME_LENGTH = 0.85;
    private static final double CONTAINED = 0.8;
    private static final double REWORDED = 0.75;

    private CopyKind() {}

    static DuplicateKind of(CleanArticle copy, Fingerprint mine, Fingerprint original, Likeness likeness) {
        if (likeness.jaccard() >= SAME) {
            return sameText(copy, mine, original, likeness);
        }
        double length = (double) mine.size() / original.size();
        if (length >= SAME_LENGTH && length <= 1 / SAME_LENGTH) {
            return likeness.jaccard() < REWORDED ? DuplicateKind.SPUN : DuplicateKind.NEAR_COPY;
        }
        if (likeness.containment() < CONTAINED) {
            return DuplicateKind.NEAR_COPY;
        }
        return length < 1 ? DuplicateKind.ABRIDGED : DuplicateKind.EXTENDED;
    }

    private static DuplicateKind sameText(
            CleanArticle copy, Fingerprint mine, Fingerprint original, Likeness likeness) {
        if (copy.getProvenance().getAgency() != null) {
            return DuplicateKind.WIRE_COPY;
        }
        if (mine.title() != original.title()) {
            return DuplicateKind.RETITLED;
        }
        return likeness.jaccard() == 1 ? DuplicateKind.EXACT_COPY : DuplicateKind.NEAR_COPY;
    }
}
