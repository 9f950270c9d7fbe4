package dev.dateline.fetcher.visit;

import static dev.dateline.fetcher.visit.FrontierBench.FEED;
import static dev.dateline.fetcher.visit.FrontierBench.HOUR;
import static dev.dateline.fetcher.visit.FrontierBench.content;
import static dev.dateline.fetcher.visit.FrontierBench.trip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.schema.FetchRequest;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances: one looks after news.example, the other one after all other sites. */
class HandoverTest {
    private static final String HERE = "https://news.example/a";
    private static final String THERE = "https://other.example/b";
    private static final String MOVED = "https://other.example/feed.xml";

    private final FrontierBench here = bench();
    private final FrontierBench there = bench();

    private static FrontierBench bench() {
        return new FrontierBench(site -> site.equals("news.example") ? 0 : 1);
    }

    @BeforeEach
    void begin() {
        here.frontier.begin(Set.of(0));
        there.frontier.begin(Set.of(1));
        there.frontier.put(there.source());
    }

    @Test
    void shouldHaveAPageFetchedByWhoeverHasItsSite() {
        there.web.put(THERE, content(THERE, "two"));
        here.web.put(HERE, content(HERE, "one"));
        here.list(HERE, THERE);

        work();

        assertThat(urls(here)).containsExactly(HERE);
        assertThat(urls(there)).containsExactly(THERE);
        assertThat(there.articles.get(0).getFeedItem().getTitle()).isEqualTo(THERE);
        assertThat(there.articles.get(0).getSourceId()).isEqualTo("example");
        assertThat(here.visits).containsOnlyKeys(FEED, HERE);
        assertThat(there.visits).containsOnlyKeys(THERE);
    }

    @Test
    void shouldCountForASourceWhatOthersPublishOfIt() {
        there.web.put(THERE, content(THERE, "two"));
        here.list(THERE);

        work();
        here.frontier.tidy();

        assertThat(here.status().getArticles()).isEqualTo(1);
        assertThat(here.status().getRhythm().getLastArticle()).isEqualTo(here.now);
        assertThat(there.statuses).isEmpty();
    }

    @Test
    void shouldAskForAPageOfOthersOnce() {
        there.web.put(THERE, content(THERE, "two"));
        here.list(THERE);
        work();
        here.list(THERE, HERE);
        here.pass(Duration.ofMinutes(10));

        assertThat(here.requests).isEmpty();

        var next = bench();
        next.web.putAll(here.web);
        next.frontier.begin(Set.of(0));
        next.list(THERE, HERE);
        next.work();
        assertThat(next.requests).hasSize(1);
        there.frontier.take(next.requests.remove(0));
        work();
        assertThat(there.articles).hasSize(1);
    }

    @Test
    void shouldGoOnWithARevisitAsTheFeedSaidAtFirst() {
        there.web.put(THERE, content(THERE, "two"));
        here.list(THERE);
        work();

        there.web.put(THERE, content(THERE, "two, corrected"));
        there.pass(HOUR);

        assertThat(there.articles).hasSize(2);
        assertThat(there.articles.get(1).getFeedItem().getTitle()).isEqualTo(THERE);
        assertThat(there.visits.get(THERE).getItem().getTitle()).isEqualTo(THERE);
    }

    @Test
    void shouldFollowARedirectOfAPageInItsTurnAtTheOtherSite() {
        here.web.put(HERE, elsewhere(HERE, THERE, false));
        there.web.put(THERE, content(THERE, "two"));
        here.list(HERE);

        work();

        assertThat(here.outcomes).containsEntry("elsewhere", 1);
        assertThat(here.visits.get(HERE).getNextAttempt()).isNull();
        var article = there.articles.get(0);
        assertThat(article.getUrl()).isEqualTo(HERE);
        assertThat(article.getFetch().getRedirects()).containsExactly(THERE);
        assertThat(article.getCanonicalUrl()).isEqualTo(THERE);
        assertThat(article.getFeedItem().getTitle()).isEqualTo(HERE);
    }

    @Test
    void shouldGiveUpAPageThatIsSentInACircle() {
        here.web.put(HERE, elsewhere(HERE, THERE, false));
        there.web.put(THERE, elsewhere(THERE, HERE, false));
        here.list(HERE);

        work();

        assertThat(there.outcomes).containsEntry("redirect_loop", 1);
        assertThat(there.visits.get(THERE).getNextAttempt()).isNull();
    }

    @Test
    void shouldMoveASourceWithItsFeed() {
        here.web.put(FEED, elsewhere(FEED, MOVED, true));
        there.web.put(MOVED, content(MOVED, "feed"));
        here.frontier.put(here.source());

        work();

        assertThat(here.visits).isEmpty();
        assertThat(there.visits.get(FEED).getMovedTo()).isEqualTo(MOVED);
        assertThat(there.status().getState()).isEqualTo(SourceState.OK);
        assertThat(here.frontier.statuses()).isEmpty();
        here.outcomes.clear();
        pass(Duration.ofMinutes(30));
        assertThat(here.outcomes).isEmpty();
        assertThat(there.outcomes).containsEntry("unchanged", 3);
    }

    @Test
    void shouldMoveASourceBackWhenItsNewAddressFails() {
        here.web.put(FEED, elsewhere(FEED, MOVED, true));
        here.frontier.put(here.source());

        work();

        assertThat(there.status().getProblem()).contains(MOVED, "404");
        assertThat(there.visits).isEmpty();
        assertThat(here.frontier.statuses()).hasSize(1);
        here.web.put(FEED, content(FEED, "feed"));
        pass(Duration.ofMinutes(5));
        assertThat(here.status().getState()).isEqualTo(SourceState.OK);
        assertThat(here.feedVisit().getMovedTo()).isNull();
    }

    @Test
    void shouldComeBackFromATemporaryRedirectAfterEachPoll() {
        here.web.put(FEED, elsewhere(FEED, MOVED, false));
        there.web.put(MOVED, content(MOVED, "feed"));
        here.frontier.put(here.source());

        work();
        assertThat(here.feedVisit().getEtag()).isNotNull();
        assertThat(here.feedVisit().getMovedTo()).isNull();
        assertThat(there.visits).isEmpty();

        pass(Duration.ofMinutes(5));
        assertThat(here.outcomes).containsEntry("elsewhere", 2);
        assertThat(there.outcomes).containsEntry("new", 1).containsEntry("unchanged", 1);
    }

    @Test
    void shouldGiveASourceToWhoeverHasItsNewAddress() {
        here.web.put(FEED, content(FEED, "feed"));
        here.frontier.put(here.source());
        work();

        var changed = Source.newBuilder(here.source()).setUrl(MOVED).build();
        there.web.put(MOVED, content(MOVED, "feed"));
        here.frontier.put(changed);
        there.frontier.put(changed);
        work();

        assertThat(here.visits).isEmpty();
        assertThat(there.visits).containsOnlyKeys(MOVED);
        assertThat(here.frontier.statuses()).isEmpty();
    }

    @Test
    void shouldMoveWhatOlderVersionsRememberedElsewhere() {
        var visit = FetchVisit.newBuilder(Visits.planned(THERE, "example", here.now))
                .setArticleId("1")
                .setNextAttempt(null)
                .build();
        var next = bench();
        next.frontier.recall(0, visit);
        next.frontier.begin(Set.of(0));
        next.frontier.tidy();
        assertThat(next.requests).extracting(FetchRequest::getVisit).containsExactly(visit);

        there.frontier.take(next.requests.get(0));
        here.list(THERE);
        work();
        assertThat(there.articles).isEmpty();
        assertThat(there.visits.get(THERE).getArticleId()).isEqualTo("1");
    }

    @Test
    void shouldWaitAsLongAsTheInstanceBeforeWasAskedTo() {
        here.web.put(HERE, FrontierBench.refused(HERE, Duration.ofMinutes(30)));
        here.list(HERE);
        work();

        var next = bench();
        next.now = here.now;
        next.web.putAll(here.web);
        here.visits.values().forEach(visit -> next.frontier.recall(0, visit));
        next.frontier.begin(Set.of(0));
        next.list(HERE);
        next.pass(Duration.ofMinutes(29));
        assertThat(next.outcomes).isEmpty();
        next.pass(Duration.ofMinutes(2));
        assertThat(next.outcomes).isNotEmpty();
    }

    private static Answer elsewhere(String url, String target, boolean permanent) {
        return new Answer.Elsewhere(permanent ? 301 : 302, trip(url), target, permanent);
    }

    private static List<String> urls(FrontierBench bench) {
        return bench.articles.stream().map(RawArticle::getUrl).toList();
    }

    /** Does all that is due, with what each asks of the other. */
    private void work() {
        do {
            here.work();
            handOver(here, there);
            there.work();
            handOver(there, here);
        } while (here.hasWork() || there.hasWork());
    }

    private void pass(Duration time) {
        for (long minute = 0; minute < time.toMinutes(); minute++) {
            here.now = here.now.plus(Duration.ofMinutes(1));
            there.now = here.now;
            work();
        }
    }

    private static void handOver(FrontierBench from, FrontierBench to) {
        from.requests.forEach(to.frontier::take);
        from.requests.clear();
    }
}
