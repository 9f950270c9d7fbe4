package dev.dateline.fetcher.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.fetcher.robots.RobotsVerdict;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FromFeedTest {
    private static final String URL = "https://news.example/a?utm_source=rss";
    private static final Instant NOW = Instant.parse("2026-03-07T09:30:00Z");
    private static final String WHOLE =
            "<p>" + "Five ministers met on Monday and agreed on the water. ".repeat(12) + "</p>";

    @BeforeAll
    static void trust() {
        Contracts.trust();
    }

    @Test
    void shouldTakeFromTheFeedWhatRobotsForbid() {
        var verdict = verdict(forbidden(WHOLE, false)).orElseThrow();

        assertThat(verdict.outcome()).isEqualTo("from_feed");
        assertThat(verdict.article().getCanonicalUrl()).isEqualTo("https://news.example/a");
        assertThat(verdict.article().getFetch()).isNull();
        assertThat(verdict.article().getBody().remaining()).isZero();
        assertThat(verdict.visit().getArticleId()).isEqualTo(verdict.article().getArticleId());
        assertThat(verdict.visit().getNextAttempt()).isNull();
    }

    @Test
    void shouldWaitForRobotsThatCannotBeHad() {
        assertThat(verdict(forbidden(WHOLE, true))).isEmpty();
    }

    @Test
    void shouldGiveUpWhatTheFeedOnlyAnnounces() {
        assertThat(verdict(forbidden("<p>Five ministers met…</p>", false))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403, 451})
    void shouldTakeFromTheFeedWhatASiteKeeps(int status) {
        assertThat(verdict(refused(status, FetchFailure.CLIENT_ERROR))
                        .orElseThrow()
                        .article()
                        .getFetch()
                        .getHttpStatus())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void shouldAskAgainWhereASiteIsBusyOrBroken(int status) {
        assertThat(verdict(refused(status, FetchFailure.SERVER_ERROR))).isEmpty();
    }

    @Test
    void shouldNotPublishWhatAnotherAddressBrought() {
        var id = ArticleId.of(CanonicalUrl.parse(URL).orElseThrow());

        var fetched = forbidden(WHOLE, false);
        var verdict = FromFeed.verdict(fetched.task(), fetched, givenUp(fetched.task()), id::equals)
                .orElseThrow();

        assertThat(verdict.outcome()).isEqualTo("known");
        assertThat(verdict.article()).isNull();
    }

    private static Optional<PageVerdict> verdict(Fetched fetched) {
        var task = (Task.Page) fetched.task();
        return FromFeed.verdict(task, fetched, givenUp(task), article -> false);
    }

    private static PageVerdict givenUp(Task.Page task) {
        return new PageVerdict(FetchFailure.ROBOTS_FORBIDDEN.label(), task.visit(), null);
    }

    private static Fetched.Forbidden forbidden(String content, boolean unreachable) {
        return new Fetched.Forbidden(task(content), NOW, new RobotsVerdict(false, "", unreachable, null, NOW));
    }

    private static Fetched.Opened refused(int status, FetchFailure reason) {
        var answer = new Answer.Refused(status, FrontierBench.trip(URL), reason, "", null);
        return new Fetched.Opened(task(WHOLE), NOW, answer, null, null);
    }

    private static Task.Page task(String content) {
        var source = Source.newBuilder()
                .setId("example")
                .setName("Example")
                .setUrl("https://news.example/feed")
                .setPublisher(Publisher.newBuilder().build())
                .build();
        var visit = FetchVisit.newBuilder()
                .setUrl(URL)
                .setSourceId("example")
                .setFirstSeen(NOW)
                .setLastAttempt(NOW)
                .build();
        return new Task.Page(
                source,
                "https://news.example/a",
                visit,
                FeedItem.newBuilder().setLink(URL).setContent(content).build());
    }
}
