package dev.dateline.pipeline.dedup;

import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.DuplicateKind;
import java.time.Duration;

/** What comparing an article with another one gave: how alike they are, and what kind of copy it would be. */
record Comparison(Likeness likeness, boolean isCopy, DuplicateKind kind) {

    static Comparison of(CleanArticle article, Fingerprint mine, Fingerprint other, Duration apart) {
        var likeness = Likeness.of(mine, other, apart);
        return new Comparison(likeness, CopyRule.isCopy(likeness), CopyKind.of(article, mine, other, likeness));
    }
}
