package dev.dateline.pipeline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.feed.FoundFeed.Basis;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedLinksTest {
    private static final String URL = "https://courier.example/world/";

    @Test
    void shouldFindWhatAPageDeclares() {
        var found = inPage("<head><link rel='alternate' type='application/rss+xml' title='All &amp; more' href='/feed'>"
                + "<link rel='ALTERNATE home' type='application/atom+xml;charset=utf-8' href='atom.xml#a'>"
                + "<link rel='alternate' type='application/feed+json' href='https://other.example/feed.json'>"
                + "<link rel='alternate' type='application/rss+xml' title='Comments' href='/comments/feed/'>"
                + "<link rel='alternate' hreflang='kk' href='/kk/'><link rel='stylesheet' href='/feed.css'></head>");

        assertThat(found)
                .containsExactly(
                        new FoundFeed("https://courier.example/feed", "All & more", Basis.DECLARED),
                        new FoundFeed("https://courier.example/world/atom.xml", null, Basis.DECLARED),
                        new FoundFeed("https://other.example/feed.json", null, Basis.DECLARED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rss",
                "/rss/",
                "/world/feed/",
                "/feeds/all",
                "/rss.xml",
                "/world.rss",
                "/news-feed.xml",
                "/index.rdf",
                "/?feed=rss2",
                "/list?format=atom&page=1",
                "/rss2.php",
                "/rss/world.xml"
            })
    void shouldFindLinksThatLookLikeFeeds(String href) {
        assertThat(inPage("<a href='" + href + "'>RSS</a>"))
                .containsExactly(new FoundFeed("https://courier.example" + href, "RSS", Basis.LINKED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/feedback",
                "/news/feeding-the-poor",
                "/atomic-energy",
                "/rss-explained.html",
                "mailto:rss@courier.example",
                "javascript:feed()",
                "/2026/feed-prices-rise"
            })
    void shouldLeaveOtherLinks(String href) {
        assertThat(inPage("<a href='" + href + "'>more</a>")).isEmpty();
    }

    @Test
    void shouldNameEachFeedOnceAndTheDeclaredFirst() {
        assertThat(inPage("<base href='https://courier.example/'><a href='rss'>RSS</a><a href='/rss#top'>RSS</a>"
                        + "<link rel=alternate type=application/rss+xml href=feed>"))
                .extracting(FoundFeed::url)
                .containsExactly("https://courier.example/feed", "https://courier.example/rss");
    }

    @Test
    void shouldFindSitemapsOfRobots() {
        var robots =
                "\ufeffSitemap: https://courier.example/a.xml\r\nUser-agent: *\nDisallow: /\n  SITEMAP :/news.xml # news\n"
                        + "#Sitemap: /no.xml\nSitemap:\nsitemap:https://courier.example/a.xml";

        assertThat(FeedLinks.inRobots(robots.getBytes(StandardCharsets.UTF_8), "https://courier.example/robots.txt"))
                .extracting(FoundFeed::url)
                .containsExactly("https://courier.example/a.xml", "https://courier.example/news.xml");
    }

    private static List<FoundFeed> inPage(String html) {
        return FeedLinks.inPage(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", URL);
    }
}
