package dev.dateline.pipeline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.feed.SitemapIndex.Part;
import dev.dateline.schema.DateDoubt;
import dev.dateline.schema.FeedItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapParserTest {
    private static final String URL = "https://courier.example/maps/sitemap.xml";

    @Test
    void shouldReadNewsWhateverItsPrefix() {
        var feed = (Feed) parse(bytes("sitemap-news.xml"));

        assertThat(feed.format()).isEqualTo(Feed.Format.SITEMAP);
        assertThat(feed.title()).isEqualTo("Steppe Courier & Weekly");
        var item = feed.entries().get(0).item();
        assertThat(item.getLink()).isEqualTo("https://courier.example/2026/03/water.html");
        assertThat(item.getTitle()).isEqualTo("Five ministers agree on water — again");
        assertThat(item.getPublished()).isEqualTo(Instant.parse("2026-03-07T04:30:00Z"));
        assertThat(item.getUpdated()).isEqualTo(Instant.parse("2026-03-07T06:00:00Z"));
        assertThat(item.getLanguage()).isEqualTo("zh-cn");
        assertThat(item.getCategories()).containsExactly("politics", "water & energy");
    }

    @Test
    void shouldListPagesNewestFirstAndInventNothing() {
        var entries = ((Feed) parse(bytes("sitemap-news.xml"))).entries();

        assertThat(entries)
                .extracting(entry -> entry.item().getLink())
                .containsExactly(
                        "https://courier.example/2026/03/water.html",
                        "https://courier.example/2026/03/budget.html?a=1&b=2",
                        "https://courier.example/undated.html");
        assertThat(entries.get(1).item())
                .isEqualTo(FeedItem.newBuilder()
                        .setLink("https://courier.example/2026/03/budget.html?a=1&b=2")
                        .setUpdated(Instant.parse("2026-03-06T00:00:00Z"))
                        .setPublishedDoubt(DateDoubt.MISSING)
                        .build());
        assertThat(entries.get(2).item().getUpdated()).isNull();
    }

    @Test
    void shouldReadAnIndexNewestFirst() {
        var index = (SitemapIndex) parse(bytes("sitemap-index.xml"));

        assertThat(index.parts())
                .containsExactly(
                        new Part("https://courier.example/maps/2026-03.xml.gz", Instant.parse("2026-03-07T04:30:00Z")),
                        new Part("https://courier.example/2026-02.xml.gz", Instant.parse("2026-02-28T23:59:00Z")),
                        new Part("https://courier.example/pages.xml", null));
        assertThat(index.truncated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sitemap-news.xml", "sitemap-index.xml", "rss2.xml"})
    void shouldReadTheSameCompressed(String file) {
        assertThat(parse(gzip(bytes(file)))).isEqualTo(parse(bytes(file)));
    }

    @Test
    void shouldKeepTheNewestWithinLimits() {
        var pages = IntStream.range(0, 1_500)
                .mapToObj(i -> "<url><loc>/%d</loc><lastmod>%s</lastmod></url>"
                        .formatted(i, Instant.EPOCH.plusSeconds(1_700_000_000L + i)))
                .collect(Collectors.joining());
        var feed = (Feed) parse("<urlset>" + pages + "</urlset>");
        var index = (SitemapIndex) parse("<sitemapindex>" + pages.replace("url>", "sitemap>") + "</sitemapindex>");

        assertThat(feed.entries()).hasSize(1_000);
        assertThat(feed.truncated()).isTrue();
        assertThat(feed.entries().get(0).item().getLink()).isEqualTo("https://courier.example/1499");
        assertThat(index.parts()).hasSize(1_000);
        assertThat(index.truncated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Numbers as numbers, the first that differ
                "/sitemap-2004.xml /sitemap-2026-02.xml /sitemap-2026-10.xml /sitemap-9.xml"
                        + " | /sitemap-2026-10.xml /sitemap-2026-02.xml /sitemap-2004.xml /sitemap-9.xml",
                "/v1/p9.xml /v1/p10.xml /v1/p1.xml | /v1/p10.xml /v1/p9.xml /v1/p1.xml",
                "/sitemap.xml?page=2 /sitemap.xml?page=11 | /sitemap.xml?page=11 /sitemap.xml?page=2",
                // Not those of the host or of escaped letters
                "https://news7.example/a https://news24.example/b | https://news7.example/a https://news24.example/b",
                "/%D0%B1 /%D0%B2 /%D0%B9 | /%D0%B1 /%D0%B9 /%D0%B2",
                // Without numbers from both ends
                "/a /b /c /d /e | /a /e /b /d /c",
                // Both kinds in turn
                "/news.xml /old-1.xml /old-2.xml /old-3.xml /tags.xml"
                        + " | /old-3.xml /news.xml /old-2.xml /tags.xml /old-1.xml",
            })
    void shouldListWhatHasNoDatesWithTheLikelyNewestFirst(String written, String read) {
        assertThat(order(written, "")).isEqualTo(read);
        assertThat(order(written, "2026-03-07"))
                .as("one date for all tells nothing")
                .isEqualTo(read);
    }

    @Test
    void shouldBelieveDatesMoreThanNumbers() {
        var index = (SitemapIndex) parse("<sitemapindex>" + part("/1.xml", "2026-03-07") + part("/2.xml", "")
                + part("/9.xml", "2026-03-06") + part("/3.xml", "") + "</sitemapindex>");

        assertThat(paths(index)).isEqualTo("/1.xml /9.xml /3.xml /2.xml");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldKeepTheLargestNumbersOfALongListWithoutDates(boolean newestFirst) {
        var pages = IntStream.range(0, 50_000)
                .mapToObj(i -> "<url><loc>/news/" + (newestFirst ? 49_999 - i : i) + "-word</loc></url>")
                .collect(Collectors.joining());
        var feed = (Feed) parse("<urlset>" + pages + "</urlset>");

        assertThat(feed.omitted()).isEqualTo(49_000);
        assertThat(feed.entries().get(0).item().getLink()).isEqualTo("https://courier.example/news/49999-word");
        assertThat(feed.entries().get(999).item().getLink()).isEqualTo("https://courier.example/news/49000-word");
    }

    @Test
    void shouldCountOnlyPagesThatAreNotReadAsLeftOut() {
        var pages = "<url><loc>mailto:a@b.example</loc></url>" + "<url><loc>/a</loc></url>".repeat(1_000);

        assertThat(((Feed) parse("<urlset>" + pages + "</urlset>")).omitted()).isZero();
    }

    private static String order(String written, String date) {
        var parts = Stream.of(written.split(" ")).map(path -> part(path, date)).collect(Collectors.joining());
        return paths((SitemapIndex) parse("<sitemapindex>" + parts + "</sitemapindex>"));
    }

    private static String part(String path, String date) {
        return "<sitemap><loc>" + path + "</loc><lastmod>" + date + "</lastmod></sitemap>";
    }

    private static String paths(SitemapIndex index) {
        return index.parts().stream()
                .map(part -> part.url().replace("https://courier.example", ""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void shouldStopDecompressingABomb() {
        var bomb = gzip(("<urlset><url><loc>/a</loc></url>" + " ".repeat(64 << 20)).getBytes(StandardCharsets.UTF_8));

        assertThat(Gunzip.head(bomb, FeedLimits.DEFAULT.bytes())).hasSize(FeedLimits.DEFAULT.bytes());
        assertThat(((Feed) parse(bomb)).entries()).hasSize(1);
    }

    @Test
    void shouldReadWhatThereIsOfATruncatedSitemap() {
        var whole = gzip(bytes("sitemap-news.xml"));

        assertThat(((Feed) parse("<urlset><url><loc>/a</loc><url><loc>/b")).entries())
                .hasSize(2);
        assertThat(parse(Arrays.copyOf(whole, whole.length - 12))).isInstanceOf(Feed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | EMPTY",
                "<!DOCTYPE html><html><body>Log in</body></html> | WEB_PAGE",
                "<opml/> | OTHER_XML",
                "https://courier.example/a | NO_MARKUP",
            })
    void shouldSayWhyDocumentIsNoSitemap(String text, FeedProblem.Kind kind) {
        assertThat(parse(text))
                .isInstanceOfSatisfying(
                        FeedProblem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }

    @Test
    void shouldNotExpandEntitiesOfTheSitemap() {
        var feed = (Feed) parse("<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                + "<urlset><url><loc>/a?&x;</loc></url></urlset>");

        assertThat(feed.entries().get(0).item().getLink()).isEqualTo("https://courier.example/a?&x;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sitemap-news.xml", "sitemap-index.xml"})
    void shouldSurviveDamage(String file) {
        var random = new Random(file.hashCode());
        for (int round = 0; round < 200; round++) {
            var bytes = round % 2 == 0 ? bytes(file) : gzip(bytes(file));
            for (int hit = 0; hit <= round % 20; hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            assertThat(parse(Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 4))))
                    .isNotNull();
        }
    }

    @Test
    void shouldSurviveDeepNesting() {
        assertThat(parse("<urlset>" + "<url>".repeat(200_000))).isNotNull();
        assertThat(parse("<sitemapindex>" + "<sitemap>".repeat(200_000))).isNotNull();
    }

    private static FeedResult parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FeedResult parse(byte[] bytes) {
        return SitemapParser.parse(bytes, null, URL);
    }

    private static byte[] gzip(byte[] bytes) {
        var compressed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(compressed)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static byte[] bytes(String file) {
        try (var stream = Objects.requireNonNull(SitemapParserTest.class.getResourceAsStream(file), file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
