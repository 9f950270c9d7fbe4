package dev.dateline.fetcher.visit;

import static dev.dateline.fetcher.visit.FrontierBench.FEED;
import static dev.dateline.fetcher.visit.FrontierBench.HOUR;
import static dev.dateline.fetcher.visit.FrontierBench.content;
import static dev.dateline.fetcher.visit.FrontierBench.gone;
import static dev.dateline.fetcher.visit.FrontierBench.trip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.AnswerHeaders;
import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.fetcher.robots.RobotsVerdict;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.SourceAction;
import dev.dateline.schema.SourceCommand;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way a request can end is one that happens, is counted and is remembered. */
class FetchOutcomeTest {
    private static final String A = "https://news.example/a";
    private static final String B = "https://news.example/b";

    private final FrontierBench bench = new FrontierBench();

    @ParameterizedTest
    @EnumSource
    void shouldBeCounted(FetchOutcome outcome) {
        switch (outcome) {
            case NEW -> open(content(A, "one"));
            case CHANGED -> openTwice(content(A, "one, corrected"));
            case UNCHANGED -> openTwice(content(A, "one"));
            case MOVED -> openTwice(content("https://news.example/", "home page"));
            case WITHDRAWN -> openTwice(gone(A));
            case GONE -> open(gone(A));
            case MISSING -> open(null);
            case ELSEWHERE -> open(new Answer.Elsewhere(302, trip(A), "https://other.example/a", false));
            case NOT_A_PAGE -> open(picture());
            case FROM_FEED -> {
                bench.listItems(whole());
                open(new Answer.Refused(403, trip(A), FetchFailure.CLIENT_ERROR, "status 403", null));
            }
            case KNOWN -> {
                bench.web.put(B, content(A, "one"));
                bench.list(A, B);
                open(content(A, "one"));
            }
            case HELD -> loseMostOfAHost();
            case NOT_A_FEED -> poll(task -> polled(task, new Fetched.Listing("1", List.of(), "no feed")));
            case PART_READ -> poll(this::partRead);
            case ROBOTS_READ -> poll(task -> new Fetched.RulesRead(task, bench.now, allowed()));
            case CRASHED -> poll(task -> new Fetched.Crashed(task, bench.now, "a bug"));
            case STALE -> {
                bench.list(A);
                var turn = bench.frontier.next(FrontierBench.MANY).orElseThrow();
                bench.frontier.remove("example");
                count(polled((Task.Poll) turn.task(), new Fetched.Listing("1", List.of(), null)));
            }
            case TRIED -> {
                bench.frontier.test(order());
                bench.work();
            }
        }

        assertThat(bench.outcomes).containsKey(outcome.label());
    }

    @Test
    void shouldBeRemembered() {
        bench.web.put(A, content(A, "one"));
        bench.web.put(B, new Answer.Refused(403, trip(B), FetchFailure.CLIENT_ERROR, "status 403", null));
        bench.list(A, B, A + "/none");

        bench.work();

        assertThat(bench.feedVisit().getOutcome()).isEqualTo("new");
        assertThat(bench.visits.get(A).getOutcome()).isEqualTo("new");
        assertThat(bench.visits.get(B).getOutcome()).isEqualTo("client_error");
        assertThat(bench.visits.get(A + "/none").getOutcome()).isEqualTo("missing");
        bench.pass(HOUR);
        assertThat(bench.visits.get(A).getOutcome()).isEqualTo("unchanged");
    }

    private void open(@Nullable Answer answer) {
        if (answer != null) {
            bench.web.put(A, answer);
        }
        if (!bench.web.containsKey(FEED)) {
            bench.list(A);
        }
        bench.work();
    }

    private static FeedItem whole() {
        return FeedItem.newBuilder()
                .setLink(A)
                .setContent("<p>" + "Five ministers met on Monday and agreed on the water. ".repeat(12) + "</p>")
                .build();
    }

    private void openTwice(Answer second) {
        open(content(A, "one"));
        bench.outcomes.clear();
        bench.web.put(A, second);
        bench.pass(HOUR);
    }

    private void loseMostOfAHost() {
        var links = IntStream.range(0, 30).mapToObj(number -> A + number).toList();
        links.forEach(link -> bench.web.put(link, content(link, link)));
        bench.list(links.toArray(String[]::new));
        bench.work();
        links.forEach(link -> bench.web.put(link, gone(link)));
        bench.pass(HOUR);
    }

    /** Has the feed polled by a worker of the test's own. */
    private void poll(Function<Task.Poll, Fetched> worker) {
        bench.list(A);
        var turn = bench.frontier.next(FrontierBench.MANY).orElseThrow();
        count(worker.apply((Task.Poll) turn.task()));
    }

    private void count(Fetched fetched) {
        bench.outcomes.merge(bench.frontier.apply(fetched), 1, Integer::sum);
    }

    private Fetched polled(Task.Poll task, Fetched.Listing listing) {
        return new Fetched.Polled(task, bench.now, content(FEED, "feed"), listing);
    }

    private Fetched partRead(Task.Poll task) {
        var index = content(FEED, "index");
        var listing = new Fetched.Listing("1", List.of(), null);
        return new Fetched.PartRead(task, bench.now, index, listing, SitemapReading.of(index, List.of(B)));
    }

    private Answer picture() {
        var page = content(A, "picture");
        var headers = page.headers();
        return new Answer.Content(
                200, page.trip(), new AnswerHeaders("image/png", headers.etag(), null, null, List.of()), page.body());
    }

    private RobotsVerdict allowed() {
        return new RobotsVerdict(true, "allowed", false, null, bench.now.plus(HOUR));
    }

    private SourceCommand order() {
        bench.list(A);
        bench.work();
        return SourceCommand.newBuilder()
                .setCommandId("order")
                .setSourceId("example")
                .setAction(SourceAction.TEST)
                .setIssuedAt(bench.now)
                .setIssuedBy("night-shift")
                .build();
    }
}
