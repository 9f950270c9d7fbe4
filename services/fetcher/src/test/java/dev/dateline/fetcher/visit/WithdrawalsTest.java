package dev.dateline.fetcher.visit;

import static dev.dateline.fetcher.visit.FrontierBench.HOUR;
import static dev.dateline.fetcher.visit.FrontierBench.content;
import static dev.dateline.fetcher.visit.FrontierBench.gone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.ArticleStatus;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Articles that are taken down, or seem to be. */
class WithdrawalsTest {
    private static final String A = "https://news.example/a";

    private final FrontierBench bench = new FrontierBench();

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

    private long withdrawn() {
        return bench.articles.stream()
                .filter(article -> article.getStatus() == ArticleStatus.WITHDRAWN)
                .count();
    }
}
