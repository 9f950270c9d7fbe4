package dev.dateline.standalone.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewsroomServerTest {
    private static final Duration ALL_HAVE_APPEARED = Duration.ofMinutes(5);

    private final Newsroom newsroom = Newsroom.load();
    private final SettableClock clock = new SettableClock();
    private NewsroomServer server;
    private NewsroomVisitor visitor;

    @BeforeEach
    void open() throws IOException {
        server = NewsroomServer.start(newsroom, 0, clock);
        visitor = new NewsroomVisitor(server.port());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldServeEveryPageWithItsTitleAndPassages() throws Exception {
        for (var expected : server.truth().articles()) {
            var page = visitor.get(expected.url());
            if (expected.versions() > 1) {
                page = visitor.get(expected.url());
            }
            assertThat(page.status()).as(expected.id()).isEqualTo(200);
            assertThat(page.header("Last-Modified")).as(expected.id()).endsWith("GMT");
            var text = read(page, expected).text();
            if (expected.dropped().isEmpty()) {
                assertThat(text).as(expected.id()).contains(expected.title());
            }
            assertThat(text)
                    .as(expected.id())
                    .satisfies(found ->
                            expected.with().forEach(passage -> assertThat(found).contains(passage)));
            assertThat(text).as(expected.id()).doesNotContain("{{");
        }
    }

    /** A passage that is nowhere on the page would make the truth easier than it looks. */
    @Test
    void shouldHaveOnThePageWhatMustNotBeInTheText() throws Exception {
        for (var expected : server.truth().articles()) {
            var text = read(visitor.get(expected.url()), expected).text();
            assertThat(text)
                    .as(expected.id())
                    .satisfies(found -> expected.without()
                            .forEach(passage -> assertThat(found).contains(passage)));
        }
    }

    @Test
    void shouldGiveCanonicalAddressesInTheTruth() {
        assertThat(server.truth().articles())
                .allSatisfy(expected -> assertThat(CanonicalUrl.parse(expected.url()))
                        .hasValueSatisfying(url -> assertThat(url.value()).isEqualTo(expected.url())))
                .extracting(ExpectedArticle::url)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldWriteWellFormedFeeds() throws Exception {
        clock.pass(ALL_HAVE_APPEARED);
        for (var source : server.sources()) {
            var feed = working(source.getUrl());
            var type = feed.header("Content-Type");
            if (type.startsWith("application/feed+json")) {
                assertThat(new ObjectMapper().readTree(feed.body()).get("items"))
                        .as(source.getId())
                        .isNotEmpty();
            } else {
                var document = DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(feed.body()));
                var items = type.contains("atom") ? "entry" : type.startsWith("application/xml") ? "url" : "item";
                assertThat(document.getElementsByTagName(items).getLength())
                        .as(source.getId())
                        .isPositive();
            }
        }
    }

    @Test
    void shouldListACopyOneSecondAfterItsOriginalWasRead() throws Exception {
        var feed = source("newsharbor").getUrl();
        clock.pass(ALL_HAVE_APPEARED);
        assertThat(visitor.get(feed).text()).doesNotContain("brink of the finals");
        visitor.get(url("meridian/football"));
        assertThat(visitor.get(feed).text()).doesNotContain("brink of the finals");
        clock.pass(Ledger.COPYING_TAKES);
        assertThat(visitor.get(feed).text()).contains("brink of the finals");
    }

    @Test
    void shouldGrowInTheOrderOfPublication() throws Exception {
        var feed = source("meridian").getUrl();
        assertThat(visitor.get(feed).text()).contains("pamir").doesNotContain("sudan");
        clock.pass(ALL_HAVE_APPEARED);
        assertThat(visitor.get(feed).text()).contains("pamir", "sudan");
    }

    @Test
    void shouldFailAndBreakOffBeforeAFeedWorks() throws Exception {
        clock.pass(ALL_HAVE_APPEARED);
        var feed = source("kaspiy").getUrl();
        assertThat(visitor.get(feed).status()).isEqualTo(500);
        assertThat(visitor.get(feed).text()).contains("<item>").doesNotContain("</rss>");
        assertThat(visitor.get(feed).text()).endsWith("</rss>");
    }

    @Test
    void shouldLeaveOutATitleThatTheFeedDoesNotGive() throws Exception {
        clock.pass(ALL_HAVE_APPEARED);
        var feed = working(source("kaspiy").getUrl()).text();
        assertThat(feed).contains("<item><link>");
    }

    @Test
    void shouldEscapeMarkupInTitles() throws Exception {
        clock.pass(ALL_HAVE_APPEARED);
        assertThat(visitor.get(source("lighthouse").getUrl()).text())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void shouldWithdrawAnOriginalOnlyAfterItsCopyWasRead() throws Exception {
        var original = url("kaspiy/vaktsina");
        visitor.get(original);
        assertThat(visitor.get(original).status()).isEqualTo(200);
        visitor.get(url("okno/vaktsina"));
        clock.pass(Ledger.COPYING_TAKES);
        assertThat(server.exhausted()).isFalse();
        assertThat(visitor.get(original).status()).isEqualTo(410);
    }

    @Test
    void shouldDeclareAnotherCharsetThanItWritesWhereOutletsDo() throws Exception {
        assertThat(visitor.get(url("okno/library")).header("Content-Type")).endsWith("charset=utf-8");
        assertThat(newsroom.outletOf(newsroom.article("okno/library")).charset().name())
                .isEqualTo("windows-1251");
    }

    @Test
    void shouldFindAPageByALinkWithTrackingParameters() throws Exception {
        var feed = visitor.get(source("newsharbor").getUrl()).text();
        assertThat(feed).contains("utm_source=rss&amp;utm_medium=rss");
        var plain = visitor.ask("HEAD", url("newsharbor/chip-plant"), "");
        var tracked = visitor.ask("HEAD", url("newsharbor/chip-plant") + "?utm_source=rss&fbclid=IwAR0harbor", "");
        assertThat(tracked.status()).isEqualTo(200);
        assertThat(tracked.header("ETag")).isEqualTo(plain.header("ETag"));
    }

    @Test
    void shouldEditAPageAfterItsFirstReader() throws Exception {
        var url = url("saryarqa/copper-mine");
        var first = visitor.get(url);
        clock.pass(Duration.ofSeconds(5));
        var second = visitor.getIf(url, "If-None-Match", first.header("ETag"));
        assertThat(first.text()).contains("will invest 4.1 billion dollars");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).contains("will invest 1.4 billion dollars");
        assertThat(second.header("Last-Modified")).isNotEqualTo(first.header("Last-Modified"));
        assertThat(visitor.getIf(url, "If-None-Match", second.header("ETag")).status())
                .isEqualTo(304);
    }

    @Test
    void shouldWithdrawAPageAfterItsFirstReader() throws Exception {
        var url = url("meridian/georgia-port");
        assertThat(visitor.ask("HEAD", url, "").status()).isEqualTo(200);
        assertThat(visitor.get(url).status()).isEqualTo(200);
        assertThat(visitor.get(url).status()).isEqualTo(410);
        assertThat(visitor.get(url).status()).isEqualTo(410);
    }

    @Test
    void shouldAnswerNotModifiedToWhoHasThePage() throws Exception {
        var url = url("meridian/sudan");
        var first = visitor.get(url);
        var byTag = visitor.getIf(url, "If-None-Match", first.header("ETag"));
        var byDate = visitor.getIf(url, "If-Modified-Since", first.header("Last-Modified"));
        assertThat(byTag.status()).isEqualTo(304);
        assertThat(byTag.body()).isEmpty();
        assertThat(byDate.status()).isEqualTo(304);
    }

    @Test
    void shouldEncodeAnOldOutletInItsOwnCharset() throws Exception {
        var page = visitor.get(url("dolina/toktogul"));
        var text = new String(page.body(), Charset.forName("windows-1251"));
        assertThat(page.header("Content-Type")).isEqualTo("text/html");
        assertThat(text)
                .contains("charset=windows-1251", "Токтогульском водохранилище")
                .doesNotContain("?ульском");
    }

    @Test
    void shouldServeRobotsRulesAndRefuseWhatItDoesNotHave() throws Exception {
        var home = URI.create(source("meridian").getUrl()).resolve("/").toString();
        assertThat(visitor.get(home + "robots.txt").text()).contains("User-agent: *");
        clock.pass(ALL_HAVE_APPEARED);
        assertThat(visitor.get(home).text()).contains("Sudan");
        assertThat(visitor.get(home + "no/such/page").status()).isEqualTo(404);
        assertThat(visitor.ask("POST", home, "").status()).isEqualTo(405);
        assertThat(visitor.get("http://nobody.localhost:" + server.port() + "/").status())
                .isEqualTo(404);
    }

    @Test
    void shouldBeExhaustedWhenEverythingWasReadToItsEnd() throws Exception {
        for (var expected : server.truth().articles()) {
            assertThat(server.exhausted()).isFalse();
            visitor.get(expected.url());
        }
        clock.pass(Ledger.COPYING_TAKES);
        for (var expected : server.truth().articles()) {
            visitor.get(expected.url());
        }
        assertThat(server.exhausted()).isTrue();
        assertThat(server.requests()).containsEntry(url("meridian/sudan"), 2);
    }

    /** Reads in the true charset: what some outlets declare is wrong. */
    private Document read(NewsroomVisitor.Answer page, ExpectedArticle expected) throws IOException {
        var charset = newsroom.outletOf(newsroom.article(expected.id())).charset();
        return Jsoup.parse(new ByteArrayInputStream(page.body()), charset.name(), expected.url());
    }

    private NewsroomVisitor.Answer working(String feed) throws IOException {
        var failures = newsroom.outlets().stream()
                .filter(outlet -> feed.contains(outlet.id() + ".localhost"))
                .mapToInt(outlet -> outlet.settings().feed().failures().size())
                .sum();
        for (var i = 0; i < failures; i++) {
            visitor.get(feed);
        }
        return visitor.get(feed);
    }

    private String url(String id) {
        return server.truth().articles().stream()
                .filter(article -> article.id().equals(id))
                .findFirst()
                .orElseThrow()
                .url();
    }

    private Source source(String id) {
        return server.sources().stream()
                .filter(source -> source.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
