package dev.dateline.fetcher.visit;

import static dev.dateline.fetcher.visit.FrontierBench.FEED;
import static dev.dateline.fetcher.visit.FrontierBench.HOUR;
import static dev.dateline.fetcher.visit.FrontierBench.content;
import static dev.dateline.fetcher.visit.FrontierBench.gone;
import static dev.dateline.fetcher.visit.FrontierBench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.Trip;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
        var turn = bench.frontier.next(FrontierBench.MANY).orElseThrow();

        bench.frontier.drop(Set.of(0));

        var late = new Fetched.Polled((Task.Poll) turn.task(), bench.now, gone(FEED), null);
        assertThat(bench.frontier.apply(late)).isEqualTo("stale");
        assertThat(bench.visits).isEmpty();
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

    @Test
    void shouldForgetNoPageOfAFeedThatWasNotReadSinceARestart() {
        bench.web.put(A, content(A, "one"));
        bench.list(A);
        bench.pass(Duration.ofDays(40));

        var again = FrontierBench.after(bench);
        again.frontier.put(again.source());
        again.pass(Duration.ofDays(1));
        again.frontier.forgetOld();

        again.web.put(B, content(B, "two"));
        again.list(A, B);
        again.pass(Duration.ofDays(1));
        assertThat(again.articles).extracting(RawArticle::getCanonicalUrl).containsExactly(B);
    }

    private void pollOnly() {
        var turn = bench.frontier.next(FrontierBench.MANY).orElseThrow();
        var items = List.of(FeedItem.newBuilder().setLink(A).build());
        bench.frontier.apply(new Fetched.Polled(
                (Task.Poll) turn.task(), bench.now, content(FEED, "feed"), new Fetched.Listing("1", items, null)));
    }

    private Duration interval() {
        var visit = bench.feedVisit();
        return Duration.between(visit.getLastAttempt(), visit.getNextAttempt());
    }
}
