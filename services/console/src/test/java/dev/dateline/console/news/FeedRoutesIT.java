package dev.dateline.console.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Feeds as feed readers see them. */
class FeedRoutesIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String HOSTILE = "<b>1</b> & \u0002]]> 2";
    private static RunningNews news;

    @BeforeAll
    static void start() throws Exception {
        news = new RunningNews();
        news.tables.article("first", NOON, "en", HOSTILE, "Text of the first.");
        news.tables.region("first", "KZ", "ABOUT");
        news.tables.theme("first", "medtop:04000000");
        news.tables.article("second", NOON.minusSeconds(60), "en", "The second", "Text of the second.");
    }

    @AfterAll
    static void stop() throws Exception {
        news.close();
    }

    private static Document atom(String query) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(
                new StringReader(news.get("/feeds/articles.atom" + query).body())));
    }

    private static String text(Document feed, String element, int index) {
        return feed.getElementsByTagName(element).item(index).getTextContent();
    }

    private static String link(Document feed, String relation) {
        var links = feed.getElementsByTagName("link");
        for (var i = 0; i < links.getLength(); i++) {
            var link = (Element) links.item(i);
            if (link.getAttribute("rel").equals(relation)) {
                return link.getAttribute("href");
            }
        }
        return "";
    }

    @Test
    void shouldWriteAtomThatAParserReads() throws Exception {
        var feed = atom("?limit=1");

        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(1);
        assertThat(text(feed, "title", 1)).isEqualTo("<b>1</b> & ]]> 2");
        assertThat(text(feed, "id", 1)).startsWith("urn:uuid:");
        assertThat(text(feed, "updated", 0)).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(text(feed, "name", 0)).isEqualTo("Steppe Herald");
        var category = (Element) feed.getElementsByTagName("category").item(0);
        assertThat(category.getAttribute("term")).isEqualTo("KZ");
        assertThat(category.getAttribute("label")).isEqualTo("Kazakhstan");
        assertThat(link(feed, "self")).isEqualTo(news.origin() + "/feeds/articles.atom?limit=1");
    }

    @Test
    void shouldLeadToTheNextPageAndKeepIds() throws Exception {
        var first = atom("?limit=1");
        var next = atom(link(first, "next").substring((news.origin() + "/feeds/articles.atom").length()));

        assertThat(text(next, "title", 1)).isEqualTo("The second");
        assertThat(text(next, "id", 0)).isEqualTo(text(first, "id", 0));
        assertThat(text(atom(""), "id", 2)).isEqualTo(text(next, "id", 1));
    }

    @Test
    void shouldWriteJsonFeed() throws Exception {
        var feed = news.json("/feeds/articles.json?region=Kazakhstan");

        assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").asText()).isEqualTo("Dateline: Kazakhstan");
        assertThat(feed.at("/items/0/content_text").asText()).isEqualTo("Text of the first.");
        assertThat(feed.at("/items/0/tags/0").asText()).isEqualTo("Kazakhstan");
        assertThat(feed.path("items")).hasSize(1);
    }

    @Test
    void shouldSayThatNothingChangedUntilAnArticleIsWithdrawn() throws Exception {
        news.tables.article("third", NOON.minusSeconds(90), "de", "Der dritte", "Text.");
        var path = "/feeds/articles.atom?language=de";
        var answer = news.get(path);
        var tag = answer.headers().firstValue("ETag").orElseThrow();

        assertThat(answer.headers().firstValue("Last-Modified")).contains("Sun, 01 Mar 2026 11:58:30 GMT");
        assertThat(news.get(path, "If-None-Match", "\"x\", W/" + tag).statusCode())
                .isEqualTo(304);
        news.tables.withdraw("third");
        assertThat(news.get(path, "If-None-Match", tag).body()).doesNotContain("<entry>");
    }
}
