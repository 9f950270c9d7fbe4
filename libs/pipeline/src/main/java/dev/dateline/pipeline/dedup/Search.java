package dev.dateline.pipeline.dedup;

import java.util.List;
import java.util.Optional;

/**
 * What looking for an earlier match gave.
 *
 * @param compared every article that was looked at closely, copied or not
 */
record Search(List<Match> compared) {
    static final Search NOTHING = new Search(List.of());

    /** Gives the best match; empty when the article is no copy. */
    Optional<Match> best() {
        return compared.stream().filter(match -> match.comparison().isCopy()).min(Match.BEST_FIRST);
    }

    /** Says, for people, why an article is no copy: how near the nearest one came. */
    String whyNot() {
        return compared.stream()
                .min(Match.BEST_FIRST)
                .map(nearest -> "no match; nearest " + nearest.articleId() + ": "
                        + nearest.comparison().likeness())
                .orElse("no match");
    }
}
