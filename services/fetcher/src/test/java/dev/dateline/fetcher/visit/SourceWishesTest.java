package dev.dateline.fetcher.visit;

import static dev.dateline.fetcher.visit.FrontierBench.HOUR;
import static dev.dateline.fetcher.visit.FrontierBench.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.Source;
import dev.dateline.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a source may say of how often it is asked. */
class SourceWishesTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");

    private final FrontierBench bench = new FrontierBench();

    @Test
    void shouldHavePagesWaitThatAreOverTheQuota() {
        list(5);
        put(source().setPagesPerDay(2).setRevisitAfterSeconds(List.of()).build());

        bench.work();
        bench.pass(Duration.ofMinutes(10));

        assertThat(bench.articles).hasSize(2);
        assertThat(bench.status().getState()).isEqualTo(SourceState.OK);
        assertThat(bench.status().getProblem())
                .isEqualTo("the quota of 2 pages a day is used up: 3 wait until 2026-03-02T00:00:00Z");
    }

    @Test
    void shouldGoOnWithThemOnTheNextDay() {
        list(5);
        put(source().setPagesPerDay(2).setRevisitAfterSeconds(List.of()).build());
        bench.work();

        bench.now = MIDNIGHT;
        bench.work();
        assertThat(bench.articles).hasSize(4);
        bench.now = MIDNIGHT.plus(Duration.ofDays(1));
        bench.work();

        assertThat(bench.articles).hasSize(5);
        bench.pass(HOUR.multipliedBy(25));
        assertThat(bench.status().getProblem()).isNull();
    }

    @Test
    void shouldRememberWhatWasUsedUpAfterAStart() {
        list(5);
        put(source().setPagesPerDay(2).build());
        bench.work();

        var next = FrontierBench.after(bench);
        next.frontier.put(source().setPagesPerDay(3).build());
        next.work();

        assertThat(next.articles).hasSize(1);
    }

    @Test
    void shouldGoOnAtOnceWhenTheQuotaIsRaised() {
        list(5);
        put(source().setPagesPerDay(2).build());
        bench.work();

        bench.frontier.put(source().setPagesPerDay(4).build());
        bench.work();

        assertThat(bench.articles).hasSize(4);
    }

    @Test
    void shouldRevisitAsTheSourceSays() {
        list(1);
        put(source().setRevisitAfterSeconds(List.of(7_200)).build());

        bench.work();

        var visit = bench.visits.get(page(0));
        assertThat(visit.getNextAttempt()).isEqualTo(visit.getFirstSeen().plus(HOUR.multipliedBy(2)));
    }

    @Test
    void shouldNotRevisitWhereTheSourceDoesNotWantIt() {
        list(1);
        put(source().setRevisitAfterSeconds(List.of()).build());

        bench.work();

        assertThat(bench.visits.get(page(0)).getNextAttempt()).isNull();
    }

    private void list(int pages) {
        IntStream.range(0, pages).forEach(number -> bench.web.put(page(number), content(page(number), "p" + number)));
        bench.list(IntStream.range(0, pages).mapToObj(SourceWishesTest::page).toArray(String[]::new));
    }

    private void put(Source source) {
        bench.frontier.put(source);
    }

    private Source.Builder source() {
        return Source.newBuilder(bench.source());
    }

    private static String page(int number) {
        return "https://news.example/" + number;
    }
}
