package dev.dateline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.AnswerHeaders;
import dev.dateline.fetcher.http.Request;
import dev.dateline.fetcher.http.Terms;
import dev.dateline.fetcher.http.Trip;
import dev.dateline.fetcher.robots.RobotsVerdict;
import dev.dateline.fetcher.work.Web;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.schema.SourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoverCommandTest {
    private static final String SITE = "https://courier.example";
    private static final String RSS =
            "<rss><channel><title>Courier</title><item><pubDate>2026-03-07T09:30:00Z</pubDate></item>"
                    + "<item><pubDate>2026-03-06T09:30:00Z</pubDate></item></channel></rss>";

    private final Map<String, String> pages = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private String forbidden = "none";

    @BeforeEach
    void build() {
        pages.put(
                SITE + "/",
                "<html><head><link rel=alternate type=application/rss+xml href=/feed></head><body><a href=/rss>RSS</a></body>");
        pages.put(SITE + "/feed", RSS);
        pages.put(SITE + "/rss", "<html><body>Log in</body></html>");
        pages.put(SITE + "/robots.txt", "Sitemap: /news.xml\nSitemap: /gone.xml");
        pages.put(
                SITE + "/news.xml",
                "<sitemapindex><sitemap><loc>https://courier.example/1.xml</loc><lastmod>2026-03-07</lastmod></sitemap></sitemapindex>");
    }

    @Test
    void shouldSayWhatAPollOfEachWouldGive() throws InterruptedException {
        var found = discover("/");

        assertThat(found)
                .containsExactly(
                        new Discovery.Candidate(
                                SITE + "/feed",
                                SourceKind.FEED,
                                "Courier",
                                2,
                                Instant.parse("2026-03-07T09:30:00Z"),
                                null,
                                "declared by the page"),
                        new Discovery.Candidate(
                                SITE + "/rss",
                                SourceKind.FEED,
                                "RSS",
                                0,
                                null,
                                "it is no feed: web page",
                                "linked from the page"),
                        new Discovery.Candidate(
                                SITE + "/news.xml",
                                SourceKind.SITEMAP,
                                null,
                                1,
                                Instant.parse("2026-03-07T00:00:00Z"),
                                null,
                                "an index; named by robots.txt"),
                        new Discovery.Candidate(
                                SITE + "/gone.xml",
                                SourceKind.SITEMAP,
                                null,
                                0,
                                null,
                                "status 404",
                                "named by robots.txt"));
    }

    @Test
    void shouldTakeAFeedForWhatItIs() throws InterruptedException {
        assertThat(discover("/feed")).extracting(Discovery.Candidate::items).startsWith(2);
    }

    @Test
    void shouldProposeThePageItselfWhereNothingElseCanBePolled() throws InterruptedException {
        var links = IntStream.range(1, 7)
                .mapToObj(number ->
                        "<p><a href='/2026/11/0%1$d/water-talks-%1$d'>Water talks go into day %1$d of the week</a></p>"
                                .formatted(number))
                .collect(Collectors.joining());
        pages.put(SITE + "/", "<html><body><a href=/rss>RSS</a><main>" + links + "</main></body></html>");
        pages.remove(SITE + "/robots.txt");

        var found = discover("/");

        assertThat(found).hasSize(2);
        assertThat(found.get(1))
                .isEqualTo(new Discovery.Candidate(
                        SITE + "/", SourceKind.PAGE, null, 6, null, null, "its links look like articles"));
    }

    @Test
    void shouldNotProposeAPageBesideItsFeed() throws InterruptedException {
        assertThat(discover("/"))
                .extracting(Discovery.Candidate::kind)
                .isNotEmpty()
                .doesNotContain(SourceKind.PAGE);
    }

    @Test
    void shouldAskOnlyAsRobotsAllow() throws InterruptedException {
        forbidden = "/feed";

        assertThat(discover("/").get(0).problem()).isEqualTo("robots.txt forbids it");
        assertThat(asked).doesNotContain(SITE + "/feed");
    }

    private List<Discovery.Candidate> discover(String path) throws InterruptedException {
        return new Discovery(new Site(), Duration.ZERO)
                .of(WebUrl.parse(SITE + path).orElseThrow());
    }

    private final class Site implements Web {
        @Override
        public Answer fetch(Request request) {
            asked.add(request.url());
            var trip = new Trip(request.url(), List.of(), null, Duration.ZERO);
            var page = pages.get(request.url());
            return page == null
                    ? new Answer.Missing(404, trip)
                    : new Answer.Content(
                            200,
                            trip,
                            new AnswerHeaders(null, null, null, null, List.of()),
                            page.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<RobotsVerdict> knownRules(WebUrl url) {
            return Optional.of(readRules(url, Terms.USUAL));
        }

        @Override
        public RobotsVerdict readRules(WebUrl url, Terms terms) {
            return new RobotsVerdict(!url.path().equals(forbidden), "", false, null, Instant.MAX);
        }
    }
}
