package dev.dateline.console.search;

import java.util.List;
import java.util.Optional;

/**
 * Some of the articles that were found, the newest first.
 *
 * @param next where the next page begins; empty when there are no more now
 */
public record Page(List<FoundArticle> articles, Optional<Cursor> next) {

    /** Makes a page of what was found when one more was asked for than fits. */
    static Page of(List<FoundArticle> found, int limit) {
        return found.size() <= limit
                ? new Page(List.copyOf(found), Optional.empty())
                : new Page(
                        List.copyOf(found.subList(0, limit)),
                        Optional.of(found.get(limit - 1).cursor()));
    }
}
