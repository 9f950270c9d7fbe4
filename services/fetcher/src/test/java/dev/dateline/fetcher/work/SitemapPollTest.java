package dev.dateline.fetcher.work;

import static dev.dateline.fetcher.work.SitemapBench.INDEX;
import static dev.dateline.fetcher.work.SitemapBench.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.SourceState;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SitemapPollTest {
    private final SitemapBench bench = new SitemapBench();

    @Test
    void shouldPublishThePagesOfASitemap() {
        bench.sitemap(INDEX, "/a", "/b");

        bench.start();

        assertThat(bench.published()).containsExactly(SITE + "/a", SITE + "/b");
        assertThat(bench.status().getState()).isEqualTo(SourceState.OK);
        assertThat(bench.status().getItems()).isEqualTo(2);
        assertThat(bench.visits.get(INDEX).getEtag()).isNotNull();
    }

    @Test
    void shouldReadThePartsOfAnIndexOneTurnEach() {
        bench.index(INDEX, "/1.xml", "/2.xml");
        bench.sitemap(SITE + "/1.xml", "/a", "/b");
        bench.sitemap(SITE + "/2.xml", "/b", "/c");

        bench.start();

        assertThat(bench.asked).startsWith(INDEX, SITE + "/1.xml", SITE + "/2.xml");
        assertThat(bench.shortestPause()).isGreaterThanOrEqualTo(SitemapBench.SPACING);
        assertThat(bench.published()).containsExactly(SITE + "/a", SITE + "/b", SITE + "/c");
        assertThat(bench.outcomes).containsEntry("part_read", 2).containsEntry("new", 1 + 3);
    }

    @Test
    void shouldAskForThePartsAgainWhileTheIndexStaysTheSame() {
        bench.index(INDEX, "/1.xml");
        bench.sitemap(SITE + "/1.xml", "/a");
        bench.start();
        bench.sitemap(SITE + "/1.xml", "/a", "/b");

        bench.pass(Duration.ofMinutes(5));

        assertThat(bench.published()).containsExactly(SITE + "/a", SITE + "/b");
        assertThat(bench.visits.get(INDEX).getBodyHash()).hasSize(64);
        assertThat(bench.visits).doesNotContainKey(SITE + "/1.xml");
    }

    @Test
    void shouldReadNoMoreThanTheFirstParts() {
        var parts = IntStream.range(0, 30).mapToObj(i -> "/" + i + ".xml").toArray(String[]::new);
        bench.index(INDEX, parts);

        bench.start();

        assertThat(bench.asked).hasSize(1 + PollReader.MOST_PARTS);
    }

    @Test
    void shouldNotFollowAnIndexWithinAnIndex() {
        bench.index(INDEX, "/1.xml");
        bench.index(SITE + "/1.xml", "/2.xml");

        bench.start();

        assertThat(bench.asked).containsExactly(INDEX, SITE + "/1.xml");
        assertThat(bench.status().getProblem()).contains("/1.xml", "index within an index");
    }

    @Test
    void shouldTakeThePartsThatCanBeHad() {
        bench.index(INDEX, "/gone.xml", "/1.xml", "/page.html");
        bench.sitemap(SITE + "/1.xml", "/a");

        bench.start();

        assertThat(bench.published()).containsExactly(SITE + "/a");
        assertThat(bench.status().getState()).isEqualTo(SourceState.OK);
    }

    @Test
    void shouldFailWhenNoPartCanBeHad() {
        bench.index(INDEX, "/1.xml", "/2.xml");

        bench.start();

        assertThat(bench.status().getState()).isEqualTo(SourceState.FAILING);
        assertThat(bench.status().getProblem()).contains("/2.xml", "404");
        assertThat(bench.visits.get(INDEX).getConsecutiveFailures()).isEqualTo(1);
    }

    @Test
    void shouldSayWhatIsThereInsteadOfASitemap() {
        bench.page(INDEX, "<html><body>Log in</body></html>");

        bench.start();

        assertThat(bench.status().getProblem()).contains("web page");
    }

    @Test
    void shouldLeaveOutWhatWasReadOfASourceThatChangedMeanwhile() {
        bench.index(INDEX, "/1.xml");
        bench.sitemap(SITE + "/1.xml", "/a");
        bench.frontier.begin(Set.of(0));
        bench.frontier.put(bench.source("Before"));
        var first = bench.turn();
        bench.frontier.put(bench.source("After"));

        bench.finish(first);
        bench.work();

        assertThat(bench.published()).containsExactly(SITE + "/a");
        assertThat(bench.status().getName()).isEqualTo("After");
    }
}
