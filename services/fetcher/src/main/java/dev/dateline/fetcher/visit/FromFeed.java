package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.pipeline.FeedContent;
import dev.dateline.pipeline.Sha256;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Takes an article from its feed, where the feed carries it in full and the site keeps the page from us. Pure. */
final class FromFeed {
    /** How a site says that a page is not for us: log in, pay, no, not by law. */
    private static final Set<Integer> KEPT = Set.of(401, 402, 403, 451);

    private FromFeed() {}

    /**
     * Gives what to do instead of giving the page up; empty when there is nothing else to do.
     *
     * @param givenUp what would be remembered of the page
     * @param isKnown says of an article id whether another address has brought it already
     */
    static Optional<PageVerdict> verdict(
            Task.Page task, Fetched fetched, PageVerdict givenUp, Predicate<String> isKnown) {
        if (task.isRevisit() || !(isWalled(givenUp) || isKept(fetched))) {
            return Optional.empty();
        }
        return FeedContent.page(task.item()).map(content -> first(task, fetched, givenUp, content, isKnown));
    }

    private static PageVerdict first(
            Task.Page task, Fetched fetched, PageVerdict givenUp, String content, Predicate<String> isKnown) {
        // No page has told its canonical address: the feed's link is all there is.
        var canonical = CanonicalUrl.parse(task.url()).orElseThrow();
        var articleId = ArticleId.of(canonical);
        var visit = FetchVisit.newBuilder(givenUp.visit())
                .setArticleId(articleId)
                .setCanonicalUrl(canonical.value())
                .setBodyHash(hash(content))
                .setConsecutiveFailures(0)
                .setNextAttempt(null)
                .build();
        return isKnown.test(articleId)
                ? new PageVerdict(FetchOutcome.KNOWN, visit, null)
                : new PageVerdict(FetchOutcome.FROM_FEED, visit, RawArticles.fromFeed(task, fetched, visit));
    }

    /**
     * Gives the next version of an article that was taken from its feed; empty when it was not, or when the feed says what it said.
     *
     * @param before what is remembered of its page
     * @param item what the feed says now
     */
    static Optional<PageVerdict> renewed(FetchVisit before, Source source, FeedItem item, Instant at) {
        if (!FetchOutcome.FROM_FEED.label().equals(before.getOutcome())) {
            return Optional.empty();
        }
        return FeedContent.page(item)
                .map(FromFeed::hash)
                .filter(hash -> !hash.equals(before.getBodyHash()))
                .map(hash -> FetchVisit.newBuilder(before).setBodyHash(hash).build())
                .map(visit ->
                        new PageVerdict(FetchOutcome.FROM_FEED, visit, RawArticles.renewed(visit, source, item, at)));
    }

    private static String hash(String content) {
        return Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isWalled(PageVerdict givenUp) {
        return givenUp.outcome().equals(FetchFailure.WALL.label());
    }

    private static boolean isKept(Fetched fetched) {
        if (fetched instanceof Fetched.Forbidden forbidden) {
            return !forbidden.verdict().unreachable();
        }
        return fetched instanceof Fetched.Opened opened
                && opened.answer() instanceof Answer.Refused refused
                && (refused.reason() == FetchFailure.ROBOTS_FORBIDDEN
                        || KEPT.contains(Objects.requireNonNullElse(refused.status(), 0)));
    }
}
