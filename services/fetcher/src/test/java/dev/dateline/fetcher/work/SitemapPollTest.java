package dev.dateline.fetcher.work;

import static dev.dateline.fetcher.work.SitemapBench.INDEX;
import static dev.dateline.fetcher.work.SitemapBench.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.visit.ItemOutcome;
import dev.dateline.schema.SourceState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

        assertThat(bench.asked).startsWith(INDEX, SITE + "/2.xml", SITE + "/1.xml");
        assertThat(bench.shortestPause()).isGreaterThanOrEqualTo(SitemapBench.SPACING);
        assertThat(bench.published()).containsExactly(SITE + "/b", SITE + "/c", SITE + "/a");
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldReadTheLatestPartsOfAnIndexWithoutDatesWhereverTheyStand(boolean oldestFirst) {
        var years = IntStream.rangeClosed(2004, 2026)
                .mapToObj(year -> "/sitemap-" + year + ".xml")
                .toArray(String[]::new);
        if (!oldestFirst) {
            Collections.reverse(Arrays.asList(years));
        }
        bench.index(INDEX, years);
        bench.sitemap(SITE + "/sitemap-2026.xml", "/a");

        bench.start();

        assertThat(bench.asked).startsWith(INDEX, SITE + "/sitemap-2026.xml", SITE + "/sitemap-2025.xml");
        assertThat(bench.published()).containsExactly(SITE + "/a");
    }

    @Test
    void shouldCountThePagesThatAreNotRead() {
        bench.index(INDEX, "/1.xml", "/2.xml");
        bench.page(SITE + "/1.xml", pages("/x", 1_700));
        bench.page(SITE + "/2.xml", pages("/y", 1_030));

        bench.start();

        // The reader leaves out 700 and 30; of the 2,000 that it gives, 1,000 are followed
        assertThat(bench.items)
                .containsEntry(ItemOutcome.LISTED, 1_000)
                .containsEntry(ItemOutcome.OVER_LIMIT, 700 + 30 + 1_000);
    }

    private static String pages(String path, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "<url><loc>" + path + i + "</loc></url>")
                .collect(Collectors.joining("", "<urlset>", "</urlset>"));
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
        assertThat(bench.status().getProblem()).contains("/1.xml", "404");
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
