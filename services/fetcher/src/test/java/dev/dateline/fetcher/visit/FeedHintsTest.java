package dev.dateline.fetcher.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.AnswerHeaders;
import dev.dateline.pipeline.feed.FeedPace;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a feed and its server say of how often it wants to be asked, from the answer to the time of the next poll. */
class FeedHintsTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final FrontierBench bench = new FrontierBench();
    private final FeedHints hints = new FeedHints();
    private final Task.Poll poll = new Task.Poll(bench.source(), FrontierBench.FEED, null, null);

    @Test
    void shouldTakeTheLongerOfWhatTheFeedAndItsServerSay() {
        assertThat(after(whole(TEN_MINUTES, HALF_AN_HOUR))).isEqualTo(HALF_AN_HOUR);
        assertThat(after(whole(HALF_AN_HOUR, TEN_MINUTES))).isEqualTo(HALF_AN_HOUR);
        assertThat(after(whole(TEN_MINUTES, null))).isEqualTo(TEN_MINUTES);
        assertThat(after(whole(null, TEN_MINUTES))).isEqualTo(TEN_MINUTES);
        assertThat(after(whole(null, null))).isNull();
    }

    @Test
    void shouldKnowTheFeedsWordWhileItIsNotModified() {
        after(whole(HALF_AN_HOUR, null));

        assertThat(after(notModified(TEN_MINUTES))).isEqualTo(HALF_AN_HOUR);
        assertThat(after(notModified(Duration.ofHours(1)))).isEqualTo(Duration.ofHours(1));
        hints.forget("example");
        assertThat(after(notModified(null))).isNull();
    }

    @Test
    void shouldForgetWhatAFeedSaysNoMore() {
        after(whole(HALF_AN_HOUR, null));
        after(whole(null, null));

        assertThat(after(notModified(null))).isNull();
    }

    @Test
    void shouldPollNoSoonerThanTheFeedAsks() {
        bench.list("https://news.example/a");

        polled(whole(HALF_AN_HOUR, null));

        assertThat(bench.feedVisit().getNextAttempt()).isEqualTo(bench.now.plus(HALF_AN_HOUR));
    }

    @Test
    void shouldCarryTheWordOverARestartByTheIntervalThatWasChosen() {
        bench.list("https://news.example/a");
        polled(whole(HALF_AN_HOUR, null));
        bench.web.put(
                FrontierBench.FEED,
                new Answer.Content(200, FrontierBench.trip(poll.url()), headers(null), new byte[0]));
        var next = FrontierBench.after(bench);
        next.frontier.put(next.source());

        next.pass(HALF_AN_HOUR);

        assertThat(next.feedVisit().getNextAttempt()).isEqualTo(next.now.plus(Duration.ofMinutes(45)));
    }

    /** The feed is polled by a worker of the test's own. */
    private void polled(Fetched.Polled polled) {
        var task = (Task.Poll)
                bench.frontier.next(FrontierBench.MANY).orElseThrow().task();
        bench.frontier.apply(new Fetched.Polled(task, polled.at(), polled.answer(), polled.listing()));
    }

    private @Nullable Duration after(Fetched.Polled polled) {
        return hints.after(polled).interval();
    }

    private Fetched.Polled whole(@Nullable Duration ofFeed, @Nullable Duration ofServer) {
        var pace = new FeedPace(ofFeed, Set.of(), Set.of());
        var content = new Answer.Content(200, FrontierBench.trip(poll.url()), headers(ofServer), new byte[0]);
        return new Fetched.Polled(poll, bench.now, content, new Fetched.Listing("1", List.of(), null, pace, 0));
    }

    private Fetched.Polled notModified(@Nullable Duration ofServer) {
        var same = new Answer.NotModified(304, FrontierBench.trip(poll.url()), headers(ofServer));
        return new Fetched.Polled(poll, bench.now, same, null);
    }

    private static AnswerHeaders headers(@Nullable Duration freshFor) {
        return new AnswerHeaders("text/xml", "\"1\"", null, null, freshFor, List.of());
    }
}
