package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.Fetch;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Source;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes what the fetcher publishes. */
final class RawArticles {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private RawArticles() {}

    /** An article's page as fetched. */
    static RawArticle live(Fetched.Opened opened, Answer.Content content, FetchVisit visit) {
        return article(opened, visit)
                .setFetch(fetch(
                        opened.task(),
                        content,
                        content.status(),
                        content.headers().contentType(),
                        content.headers().policies()))
                .setBody(ByteBuffer.wrap(content.body()))
                .build();
    }

    /** An article whose page could not be had: its feed's item carries it, and the body is empty. */
    static RawArticle fromFeed(Task.Page task, Fetched fetched, FetchVisit visit) {
        var answer = fetched instanceof Fetched.Opened opened ? opened.answer() : null;
        return article(task, fetched.at(), visit)
                .setFetch(
                        answer == null || answer.status() == null
                                ? null
                                : fetch(task, answer, answer.status(), null, List.of()))
                .setBody(EMPTY.duplicate())
                .build();
    }

    /** An article as its feed's item carries it now; its page was not asked for again. */
    static RawArticle renewed(FetchVisit visit, Source source, FeedItem item, Instant at) {
        return article(source, item, at, visit).setBody(EMPTY.duplicate()).build();
    }

    /** Word that an article was taken down. */
    static RawArticle withdrawal(Fetched.Opened opened, String reason) {
        var status = Objects.requireNonNull(opened.answer().status(), "only an answer takes an article down");
        return article(opened, opened.task().visit())
                .setFetch(fetch(opened.task(), opened.answer(), status, null, List.of()))
                .setStatus(ArticleStatus.WITHDRAWN)
                .setWithdrawnReason(reason)
                .setBody(EMPTY.duplicate())
                .build();
    }

    private static RawArticle.Builder article(Fetched.Opened opened, FetchVisit visit) {
        return article(opened.task(), opened.at(), visit);
    }

    private static RawArticle.Builder article(Task.Page task, Instant at, FetchVisit visit) {
        return article(task.source(), task.item(), at, visit);
    }

    private static RawArticle.Builder article(Source source, @Nullable FeedItem item, Instant at, FetchVisit visit) {
        return RawArticle.newBuilder()
                .setArticleId(visit.getArticleId())
                .setCanonicalUrl(visit.getCanonicalUrl())
                .setUrl(
                        visit.getVia().isEmpty()
                                ? visit.getUrl()
                                : visit.getVia().get(0))
                .setSourceId(source.getId())
                .setPublisher(source.getPublisher())
                .setFetchedAt(at)
                .setFeedItem(item);
    }

    private static Fetch fetch(
            Task.Page task, Answer answer, int status, @Nullable String type, List<String> policies) {
        return Fetch.newBuilder()
                .setHttpStatus(status)
                .setContentType(type)
                .setRedirects(redirects(task, answer))
                .setDurationMillis((int) answer.trip().duration().toMillis())
                .setPolicies(policies)
                .build();
    }

    private static List<String> redirects(Task.Page task, Answer answer) {
        var way = new ArrayList<>(Hops.via(task.visit(), task.url()));
        way.addAll(answer.trip().redirects());
        return way.subList(1, way.size());
    }
}
