package dev.dateline.fetcher.visit;

import static dev.dateline.fetcher.visit.FrontierBench.content;
import static dev.dateline.fetcher.visit.FrontierBench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.schema.FeedItem;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Articles whose pages cannot be had: what their feeds carry is taken, as often as it changes. */
class KeptPagesTest {
    private static final String A = "https://news.example/a";
    private static final String B = "https://news.example/b";
    private static final String LATER = "Six ministers met on Monday and agreed on the water. ";

    private final FrontierBench bench = new FrontierBench();

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
    void shouldPublishWhatTheFeedCarriesOfAPageThatLeadsWhereRobotsForbid() {
        bench.web.put(A, refusedByRobots(FetchFailure.ROBOTS_FORBIDDEN, null));
        bench.listItems(whole(A));

        bench.work();

        assertThat(bench.articles).hasSize(1);
        assertThat(bench.visits.get(A).getNextAttempt()).isNull();
    }

    @Test
    void shouldAskAgainForAPageThatLeadsWhereRobotsCannotBeHad() {
        var wait = Duration.ofMinutes(10);
        bench.web.put(A, refusedByRobots(FetchFailure.ROBOTS_UNREACHABLE, wait));
        bench.listItems(whole(A));

        bench.work();

        assertThat(bench.articles).isEmpty();
        assertThat(bench.visits.get(A).getNextAttempt()).isEqualTo(bench.now.plus(wait));
    }

    private static Answer refusedByRobots(FetchFailure reason, @Nullable Duration lasts) {
        return new Answer.Refused(null, FrontierBench.trip(A), reason, "robots.txt", lasts);
    }

    @Test
    void shouldPublishAnotherVersionWhenTheFeedCarriesAnotherText() {
        bench.web.put(A, kept(A, 403));
        bench.listItems(whole(A));
        bench.work();

        bench.listItems(whole(A, LATER));
        bench.pass(Duration.ofHours(1));

        assertThat(bench.articles).hasSize(2);
        assertThat(bench.articles.get(1).getArticleId())
                .isEqualTo(bench.articles.get(0).getArticleId());
        assertThat(bench.articles.get(1).getFeedItem().getContent()).startsWith("<p>Six ministers");
        assertThat(bench.items).containsEntry(ItemOutcome.RENEWED, 1);
    }

    @Test
    void shouldNotTakeAnotherFeedsTextForAVersion() {
        var other = "https://news.example/section.xml";
        bench.web.put(A, kept(A, 403));
        bench.listItems(whole(A));
        bench.work();

        bench.listItemsOf("section", other, whole(A, LATER));
        bench.pass(Duration.ofHours(1));

        assertThat(bench.articles).hasSize(1);
        assertThat(bench.visits).containsKey(other);
        assertThat(bench.items).doesNotContainKey(ItemOutcome.RENEWED);
    }

    @Test
    void shouldKnowAfterARestartWhatTheFeedCarried() {
        bench.web.put(A, kept(A, 403));
        bench.listItems(whole(A));
        bench.work();

        var later = FrontierBench.after(bench);
        later.listItems(whole(A));
        later.pass(Duration.ofHours(1));
        assertThat(later.articles).isEmpty();
        later.listItems(whole(A, LATER));
        later.pass(Duration.ofHours(1));

        assertThat(later.articles).hasSize(1);
    }

    @Test
    void shouldNotTakeTheFeedsTextForAVersionOfAPageThatCanBeHad() {
        bench.web.put(A, content(A, "one"));
        bench.listItems(whole(A));
        bench.work();

        bench.listItems(whole(A, LATER));
        bench.pass(Duration.ofMinutes(30));

        assertThat(bench.articles).hasSize(1);
    }

    @Test
    void shouldTakeFromTheFeedWhatStandsBehindALogin() {
        bench.web.put(A, content("https://news.example/login?next=/a", "Please log in"));
        bench.listItems(whole(A), FeedItem.newBuilder().setLink(B).build());
        bench.web.put(B, content("https://news.example/login?next=/b", "Please log in"));

        bench.work();

        assertThat(bench.articles).hasSize(1);
        assertThat(bench.articles.get(0).getCanonicalUrl()).isEqualTo(A);
        assertThat(bench.outcomes).containsEntry("from_feed", 1).containsEntry("wall", 1);
        assertThat(bench.visits.get(B).getNextAttempt()).isNull();
    }

    @Test
    void shouldNotFollowToALoginElsewhere() {
        var login = "https://sso.example/start?continue=https%3A%2F%2Fnews.example%2Fa";
        bench.web.put(A, new Answer.Elsewhere(302, FrontierBench.trip(A), login, false));
        bench.listItems(whole(A));

        bench.work();

        assertThat(bench.articles).hasSize(1);
        assertThat(bench.visits).doesNotContainKey(login);
    }

    @Test
    void shouldLeaveAnArticleAsItIsWhenALoginComesBeforeIt() {
        bench.web.put(A, content(A, "one"));
        bench.listItems(whole(A));
        bench.work();

        bench.web.put(A, content("https://news.example/login?next=/a", "Please log in"));
        bench.pass(Duration.ofHours(1));

        assertThat(bench.articles).hasSize(1);
        assertThat(bench.outcomes).containsEntry("wall", 1);
        assertThat(bench.visits.get(A).getNextAttempt()).isNotNull();
    }

    @Test
    void shouldCountWhatBecomesOfItems() {
        bench.web.put(A, content("https://news.example/login?next=/a", "Please log in"));
        var many = IntStream.range(0, 1_003)
                .mapToObj(number -> FeedItem.newBuilder().setLink(B + number).build());
        var others = Stream.of(
                FeedItem.newBuilder().setLink(A).build(),
                FeedItem.newBuilder().setLink(A + "#again").build(),
                FeedItem.newBuilder().setTitle("No link").build(),
                FeedItem.newBuilder().setLink("mailto:a@news.example").build());
        bench.listItems(Stream.concat(others, many).toArray(FeedItem[]::new));

        bench.work();

        assertThat(bench.items)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ItemOutcome.LISTED, 1_000,
                        ItemOutcome.OVER_LIMIT, 4,
                        ItemOutcome.NO_LINK, 2,
                        ItemOutcome.GIVEN_UP, 1));
    }

    private static FeedItem whole(String link) {
        return whole(link, "Five ministers met on Monday and agreed on the water. ");
    }

    private static FeedItem whole(String link, String sentence) {
        return FeedItem.newBuilder()
                .setLink(link)
                .setTitle(link)
                .setContent("<p>" + sentence.repeat(12) + "</p>")
                .build();
    }

    private static Answer kept(String url, int status) {
        return new Answer.Refused(status, FrontierBench.trip(url), FetchFailure.CLIENT_ERROR, "status " + status, null);
    }
}
