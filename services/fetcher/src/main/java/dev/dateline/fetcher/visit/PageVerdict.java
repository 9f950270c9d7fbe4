package dev.dateline.fetcher.visit;

import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.RawArticle;
import org.jspecify.annotations.Nullable;

/**
 * What an answer to the request for a page means.
 *
 * @param outcome label for metrics
 * @param visit what to remember from now on
 * @param article what to publish; null when there is no news
 */
record PageVerdict(
        String outcome, FetchVisit visit, @Nullable RawArticle article) {
    PageVerdict(FetchOutcome outcome, FetchVisit visit, @Nullable RawArticle article) {
        this(outcome.label(), visit, article);
    }
}
