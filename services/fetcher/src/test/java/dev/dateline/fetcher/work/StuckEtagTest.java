package dev.dateline.fetcher.work;

import static dev.dateline.fetcher.work.SitemapBench.INDEX;
import static dev.dateline.fetcher.work.SitemapBench.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.visit.WholeLook;
import dev.dateline.schema.FetchVisit;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site whose cache answers "not modified" whatever has changed. */
class StuckEtagTest {
    private final SitemapBench bench = new SitemapBench();

    @BeforeEach
    void start() {
        bench.stuckEtag = "\"1\"";
        bench.sitemap(INDEX, "/a");
        bench.start();
    }

    @Test
    void shouldFindWhatIsNewWithinADay() {
        bench.sitemap(INDEX, "/a", "/b");

        bench.pass(Duration.ofDays(1));

        assertThat(bench.published()).containsExactly(SITE + "/a", SITE + "/b");
    }

    @Test
    void shouldNotBelieveAServerAgainThatWasFoundOut() {
        bench.sitemap(INDEX, "/a", "/b");
        bench.pass(Duration.ofDays(1));
        assertThat(bench.visits.get(INDEX).getEtag()).isNull();
        bench.sitemap(INDEX, "/a", "/b", "/c");

        bench.pass(Duration.between(bench.now(), bench.visits.get(INDEX).getNextAttempt())
                .plusMinutes(1));

        assertThat(bench.published()).containsExactly(SITE + "/a", SITE + "/b", SITE + "/c");
    }

    @Test
    void shouldSeeAnEditWithTheLastRevisit() {
        bench.page(SITE + "/a", "<html><body>/a, corrected</body></html>");

        bench.pass(Duration.ofHours(2));

        assertThat(bench.published()).containsExactly(SITE + "/a", SITE + "/a");
    }

    @Test
    void shouldAskForAllOfItAfterAFailureUnlessTheServerGivesNothingElse() {
        var visit = bench.visits.get(INDEX);
        var failed = FetchVisit.newBuilder(visit).setConsecutiveFailures(1);

        assertThat(WholeLook.isDue(visit, visit.getLastAttempt())).isFalse();
        assertThat(WholeLook.isDue(failed.setHttpStatus(503).build(), visit.getLastAttempt()))
                .isTrue();
        assertThat(WholeLook.isDue(failed.setHttpStatus(304).build(), visit.getLastAttempt()))
                .isFalse();
    }

    @Test
    void shouldBelieveASoundServerButOnceADay() {
        var asked = 0;
        var begin = Instant.parse("2026-03-02T00:00:00Z");
        var visit = FetchVisit.newBuilder(bench.visits.get(INDEX)).setLastAttempt(begin);
        for (var at = begin; at.isBefore(begin.plus(Duration.ofDays(7))); at = at.plus(Duration.ofMinutes(5))) {
            asked += WholeLook.isDue(visit.build(), at) ? 1 : 0;
            visit.setLastAttempt(at);
        }

        assertThat(asked).isEqualTo(7);
    }
}
