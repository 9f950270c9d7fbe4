package dev.dateline.pipeline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.DateDoubt;
import dev.dateline.schema.FeedItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLinksTest {
    private static final String URL = "https://www.courier.example/news/";

    @ParameterizedTest
    @CsvSource({"front-en, 6", "section-ru, 4", "front-zh, 4", "list-ar, 3", "blog-th, 2"})
    void shouldFindTheArticlesAndNothingElse(String page, int articles) {
        var items = PageLinks.of(bytes(page + ".html"), "text/html; charset=utf-8", URL);

        assertThat(items).hasSize(articles);
        assertThat(items).allSatisfy(item -> {
            assertThat(item.getLink()).contains("article");
            assertThat(item.getPublished()).isNull();
            assertThat(item.getPublishedDoubt()).isEqualTo(DateDoubt.MISSING);
        });
    }

    @Test
    void shouldTakeTheHeadlineOfSeveralLinksToOnePage() {
        var items = links("<a href=/2026/03/article-1><img alt=x></a>"
                + "<h3><a href='/2026/03/article-1#top'>Five ministers agree on water</a></h3>"
                + "<a href=/2026/03/article-1>Read more</a><a href=/2026/03/article-2>Read more</a>"
                + "<a href=/2026/03/article-3>Read more</a>");

        assertThat(items).extracting(FeedItem::getTitle).containsExactly("Five ministers agree on water");
        assertThat(items)
                .extracting(FeedItem::getLink)
                .containsExactly("https://www.courier.example/2026/03/article-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/world | World",
                "/science-and-environment | Science and environment",
                "/tag/five-central-asian-ministers | All about the five Central Asian ministers",
                "/author/aigerim-bekova-12345 | More articles by Aigerim Bekova of our staff",
                "/2026/03/07/ | All the news of Saturday the seventh of March",
                "/news/?page=2 | The next page of all the news that there is",
                "/login?return=/2026/03/07/five-ministers-agree-on-water | Log in to read all of the news here",
                "https://other.example/2026/03/07/five-ministers-agree-on-water | Five ministers agree on water",
                "/files/2026/03/five-ministers-agree-on-water.pdf | Five ministers agree on water, the whole text",
                "javascript:void(0) | Five ministers agree on water of the river",
                "mailto:desk@courier.example | Write to the desk of this newspaper today",
                "/ | The Courier of Central Asia and its neighbours",
            })
    void shouldPassOverWhatIsNoArticle(String href, String text) {
        assertThat(links("<h2><a href='" + href + "'>" + text + "</a></h2>")).isEmpty();
    }

    @Test
    void shouldPassOverNavigation() {
        var link = "<a href='/2026/03/07/five-ministers-agree'>Five ministers agree on water</a>";

        assertThat(links("<nav>" + link + "</nav><footer>" + link + "</footer><div role=navigation>" + link + "</div>"))
                .isEmpty();
        assertThat(links("<main>" + link + "</main>")).hasSize(1);
    }

    @Test
    void shouldGiveNoMoreThanItsLimit() {
        var page = IntStream.range(0, 600)
                .mapToObj(number -> "<a href='/2026/03/article-" + (10_000 + number)
                        + "'>Five ministers agree on water, part " + number + "</a>")
                .collect(Collectors.joining());

        assertThat(links(page)).hasSize(PageLinks.MOST);
    }

    @Test
    void shouldSurviveWhatIsNoPage() {
        assertThat(PageLinks.of(new byte[] {0, -1, 60, 97, 32}, null, URL)).isEmpty();
        assertThat(PageLinks.of(new byte[0], null, "nowhere")).isEmpty();
    }

    private static List<FeedItem> links(String html) {
        return PageLinks.of(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", URL);
    }

    private static byte[] bytes(String name) {
        var path = "links/" + name;
        try (var stream = Objects.requireNonNull(PageLinksTest.class.getResourceAsStream(path), path)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
