package dev.dateline.fetcher.visit;

import static dev.dateline.fetcher.visit.FrontierBench.FEED;
import static dev.dateline.fetcher.visit.FrontierBench.HOUR;
import static dev.dateline.fetcher.visit.FrontierBench.content;
import static dev.dateline.fetcher.visit.FrontierBench.gone;
import static dev.dateline.fetcher.visit.FrontierBench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.fetcher.http.Trip;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static final String A = "https://news.example/a";
    private static final String B = "https://news.example/b";

    private final FrontierBench bench = new FrontierBench();

    @Test
    void shouldPublishEachLinkOnceHoweverItIsWritten() {
        bench.web.put(A, content(A, "one"));
        bench.list(A, A + "?utm_source=feed", A + "#top");

        bench.work();

        assertThat(bench.articles).extracting(RawArticle::getUrl).containsExactly(A);
        assertThat(bench.articles.get(0).getFeedItem().getTitle()).isEqualTo(A);
    }

    @Test
    void shouldNoteARedirectToAKnownArticleAndPublishNothing() {
        bench.web.put(A, content(A, "one"));
        bench.web.put(B, content(A, "one"));
        bench.list(A, B);

        bench.work();

        assertThat(bench.articles).hasSize(1);
        assertThat(bench.outcomes).containsEntry("known", 1);
        assertThat(bench.visits.get(B).getNextAttempt()).isNull();
    }

    @Test
    void shouldPublishWhatTheFeedCarriesOfAPageThatIsKeptFromUs() {
        bench.web.put(A, kept(A, 403));
        bench.web.put(B, kept(B, 403));
        bench.listItems(whole(A), FeedItem.newBuilder().setLink(B).setTitle(B).build());

        bench.work();

        assertThat(bench.articles).hasSize(1);
        var article = bench.articles.get(0);
        assertThat(article.getBody().remaining()).isZero();
        assertThat(article.getFetch().getHttpStatus()).isEqualTo(403);
        assertThat(article.getFeedItem().getContent()).startsWith("<p>Five ministers");
        assertThat(article.getCanonicalUrl()).isEqualTo(A);
        assertThat(bench.outcomes).containsEntry("from_feed", 1).containsEntry("client_error", 1);
        assertThat(bench.visits.get(A).getNextAttempt()).isNull();
        assertThat(bench.visits.get(B).getNextAttempt()).isNotNull();
    }

    @Test
    void shouldAskAgainForAPageWhoseSiteIsBroken() {
        bench.web.put(A, refused(A, null));
        bench.listItems(whole(A));

        bench.work();

        assertThat(bench.articles).isEmpty();
        assertThat(bench.visits.get(A).getNextAttempt()).isNotNull();
    }

    @Test
    void shouldLengthenTheIntervalWhileNothingIsNew() {
        bench.list(A);
        bench.web.put(A, content(A, "one"));
        bench.work();
        assertThat(interval()).isEqualTo(Duration.ofMinutes(5));

        bench.pass(Duration.ofMinutes(5));
        assertThat(interval()).isEqualTo(Duration.ofSeconds(450));
        bench.pass(Duration.ofDays(4));

        assertThat(interval()).isEqualTo(Duration.ofHours(24));
        assertThat(bench.articles).hasSize(1);
    }

    @Test
    void shouldBackOffFromAFeedThatFailsAndSayWhy() {
        bench.web.put(FEED, refused(FEED, null));
        bench.frontier.put(bench.source());

        bench.work();
        assertThat(interval()).isEqualTo(Duration.ofMinutes(1));
        bench.pass(Duration.ofMinutes(3));

        assertThat(interval()).isEqualTo(Duration.ofMinutes(4));
        assertThat(bench.status().getState()).isEqualTo(SourceState.FAILING);
        assertThat(bench.status().getProblem()).contains(FEED, "503");
        assertThat(bench.frontier.statuses()).extracting(SourceStatus::getState).containsExactly(SourceState.FAILING);
    }

    @Test
    void shouldHonourRetryAfter() {
        bench.web.put(FEED, refused(FEED, Duration.ofHours(3)));
        bench.frontier.put(bench.source());

        bench.work();

        assertThat(interval()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void shouldAskWhereAPermanentRedirectLedUntilThatFails() {
        var moved = "https://news.example/new.xml";
        var headers = content(FEED, "").headers();
        bench.web.put(
                FEED,
                new Answer.Content(200, new Trip(moved, List.of(moved), moved, Duration.ZERO), headers, new byte[0]));
        bench.frontier.put(bench.source());

        bench.work();
        assertThat(bench.feedVisit().getMovedTo()).isEqualTo(moved);
        bench.pass(Duration.ofMinutes(5));

        assertThat(bench.outcomes).containsEntry("missing", 1);
        assertThat(bench.feedVisit().getMovedTo()).isNull();
    }

    @Test
    void shouldPublishAChangedPageAgainAndAnUnchangedOneNot() {
        bench.web.put(A, content(A, "one"));
        bench.web.put(B, content(B, "two"));
        bench.list(A, B);
        bench.work();

        bench.web.put(A, content(A, "one, corrected"));
        bench.pass(HOUR);

        assertThat(bench.articles).extracting(RawArticle::getUrl).containsExactly(A, B, A);
        assertThat(bench.visits.get(A).getRevisits()).isEqualTo(1);
        assertThat(bench.visits.get(A).getNextAttempt())
                .isEqualTo(bench.visits.get(A).getFirstSeen().plus(Duration.ofHours(24)));
    }

    @Test
    void shouldStopRevisitingWhenThePlanIsDone() {
        bench.web.put(A, content(A, "one"));
        bench.list(A);

        bench.pass(Duration.ofDays(8));

        assertThat(bench.visits.get(A).getRevisits()).isEqualTo(3);
        assertThat(bench.visits.get(A).getNextAttempt()).isNull();
    }

    @Test
    void shouldNotTakeAnotherArticleForANewVersion() {
        bench.web.put(A, content(A, "one"));
        bench.list(A);
        bench.work();

        bench.web.put(A, content("https://news.example/", "home page"));
        bench.pass(HOUR);

        assertThat(bench.articles).hasSize(1);
        assertThat(bench.outcomes).containsEntry("moved", 1);
    }

    @Test
    void shouldWithdrawAPageThatIsGoneAndPublishItWhenItReturns() {
        bench.web.put(A, content(A, "one"));
        bench.list(A);
        bench.work();

        bench.web.put(A, gone(A));
        bench.pass(HOUR);
        assertThat(bench.articles.get(1).getStatus()).isEqualTo(ArticleStatus.WITHDRAWN);
        assertThat(bench.articles.get(1).getWithdrawnReason()).isEqualTo("410 Gone");
        assertThat(bench.articles.get(1).getArticleId())
                .isEqualTo(bench.articles.get(0).getArticleId());
        assertThat(bench.articles.get(1).getBody().remaining()).isZero();

        bench.web.put(A, content(A, "one"));
        bench.pass(Duration.ofHours(24));

        assertThat(bench.articles).hasSize(3);
        assertThat(bench.articles.get(2).getStatus()).isEqualTo(ArticleStatus.LIVE);
    }

    @Test
    void shouldWithdrawAMissingPageOnlyWhenItIsMissedTwice() {
        bench.web.put(A, content(A, "one"));
        bench.list(A);
        bench.work();

        bench.web.remove(A);
        bench.pass(HOUR);
        assertThat(bench.articles).hasSize(1);
        assertThat(bench.visits.get(A).getMissingSince()).isEqualTo(bench.now);
        bench.pass(HOUR);

        assertThat(bench.articles).hasSize(2);
        assertThat(bench.articles.get(1).getStatus()).isEqualTo(ArticleStatus.WITHDRAWN);
    }

    @Test
    void shouldForgetThatAPageWasMissedWhenItIsBack() {
        bench.web.put(A, content(A, "one"));
        bench.list(A);
        bench.work();

        bench.web.remove(A);
        bench.pass(HOUR);
        bench.web.put(A, content(A, "one"));
        bench.pass(HOUR);

        assertThat(bench.articles).hasSize(1);
        assertThat(bench.visits.get(A).getMissingSince()).isNull();
    }

    @Test
    void shouldBelieveNothingGoneWhileMoreThanAFifthOfTheHostFails() {
        var links = IntStream.range(0, 30).mapToObj(i -> A + i).toList();
        links.forEach(link -> bench.web.put(link, content(link, link)));
        bench.list(links.toArray(String[]::new));
        bench.work();

        links.subList(10, 30).forEach(link -> bench.web.put(link, gone(link)));
        bench.pass(HOUR);

        // Ten good ones, then two that are believed, 2 of 12 being less than a fifth
        assertThat(withdrawn()).isEqualTo(2);
        assertThat(bench.outcomes).containsEntry("held", 18);
    }

    @Test
    void shouldGiveUpAPageThatNeverAnswers() {
        bench.web.put(A, refused(A, null));
        bench.list(A);

        bench.pass(Duration.ofDays(2));

        assertThat(bench.outcomes).containsEntry("server_error", PageRules.MOST_TRIES);
        assertThat(bench.visits.get(A).getNextAttempt()).isNull();
    }

    @Test
    void shouldBringBackWhatACrashLeftUndone() {
        bench.web.put(A, content(A, "one"));
        bench.list(A);
        pollOnly();
        assertThat(bench.visits.get(A).getItem()).isNotNull();

        var next = FrontierBench.after(bench);
        next.frontier.put(next.source());
        next.work();

        assertThat(next.articles).extracting(RawArticle::getUrl).containsExactly(A);
        assertThat(next.articles.get(0).getFeedItem().getLink()).isEqualTo(A);
    }

    @Test
    void shouldPublishNothingTwiceAfterARestart() {
        bench.web.put(A, content(A, "one"));
        bench.list(A);
        bench.work();

        var next = FrontierBench.after(bench);
        next.frontier.put(next.source());
        next.pass(Duration.ofDays(8));

        assertThat(next.articles).isEmpty();
        assertThat(next.visits.get(A).getRevisits()).isEqualTo(3);
    }

    @Test
    void shouldAskNothingOfAPausedSource() {
        bench.web.put(A, content(A, "one"));
        bench.list(A);
        bench.work();
        bench.outcomes.clear();

        bench.frontier.put(Source.newBuilder(bench.source()).setEnabled(false).build());
        bench.pass(Duration.ofHours(2));

        assertThat(bench.outcomes).isEmpty();
        assertThat(bench.status().getState()).isEqualTo(SourceState.PAUSED);
    }

    @Test
    void shouldTellNothingOfASourceThatWasTakenOver() {
        bench.list(A);
        var turn = bench.frontier.next().orElseThrow();

        bench.frontier.drop(Set.of(0));

        var late = new Fetched.Polled((Task.Poll) turn.task(), bench.now, gone(FEED), null);
        assertThat(bench.frontier.apply(late)).isEqualTo("stale");
        assertThat(bench.visits).isEmpty();
    }

    @Test
    void shouldRememberHowEachRequestEnded() {
        bench.web.put(A, content(A, "one"));
        bench.web.put(B, kept(B, 403));
        bench.list(A, B, A + "/none");

        bench.work();

        assertThat(bench.feedVisit().getOutcome()).isEqualTo("new");
        assertThat(bench.visits.get(A).getOutcome()).isEqualTo("new");
        assertThat(bench.visits.get(B).getOutcome()).isEqualTo("client_error");
        assertThat(bench.visits.get(A + "/none").getOutcome()).isEqualTo("missing");
        bench.pass(HOUR);
        assertThat(bench.visits.get(A).getOutcome()).isEqualTo("unchanged");
    }

    @Test
    void shouldForgetPagesThatNobodyListsAnyMore() {
        bench.web.put(A, content(A, "one"));
        bench.web.put(B, content(B, "two"));
        bench.list(A, B);
        bench.pass(Duration.ofDays(8));
        bench.list(B);
        bench.pass(Duration.ofDays(31));

        bench.frontier.forgetOld();

        assertThat(bench.visits).doesNotContainKey(A).containsKeys(B, FEED);
    }

    private void pollOnly() {
        var turn = bench.frontier.next().orElseThrow();
        var items = List.of(FeedItem.newBuilder().setLink(A).build());
        bench.frontier.apply(new Fetched.Polled(
                (Task.Poll) turn.task(), bench.now, content(FEED, "feed"), new Fetched.Listing("1", items, null)));
    }

    private long withdrawn() {
        return bench.articles.stream()
                .filter(article -> article.getStatus() == ArticleStatus.WITHDRAWN)
                .count();
    }

    private Duration interval() {
        var visit = bench.feedVisit();
        return Duration.between(visit.getLastAttempt(), visit.getNextAttempt());
    }

    private static FeedItem whole(String link) {
        return FeedItem.newBuilder()
                .setLink(link)
                .setTitle(link)
                .setContent("<p>" + "Five ministers met on Monday and agreed on the water. ".repeat(12) + "</p>")
                .build();
    }

    private static Answer kept(String url, int status) {
        return new Answer.Refused(status, FrontierBench.trip(url), FetchFailure.CLIENT_ERROR, "status " + status, null);
    }
}
