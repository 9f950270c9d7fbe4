package dev.dateline.standalone.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FeedStageTest {
    private static final String RSS = """
            <rss version="2.0"><channel><title>Steppe &amp; <![CDATA[<b>Courier</b>]]></title><link>/</link>
            <description>All of it</description><language>en</language>
            <ttl>15</ttl><skipHours><hour>3</hour><hour>2</hour></skipHours>
            <item><guid isPermaLink="false">17</guid><title>Water &lt;i&gt;law&lt;/i&gt;</title><link>/17</link>
            <pubDate>Sat, 07 Mar 2026 12:00:00 GMT</pubDate><description>Five ministers</description>
            <author>desk@courier.example (News desk)</author><category domain="d">Water</category>
            <enclosure url="/17.mp3" type="audio/mpeg" length="7"/></item>
            <item><title>Undated</title></item></channel></rss>
            """;

    @TempDir
    Path folder;

    @Test
    void shouldSayWhatFeedSays() throws IOException {
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("feed.xml.gz")))) {
            gzip.write(RSS.getBytes(StandardCharsets.UTF_8));
        }

        var feed = stage("""
                        {"id":"a","file":"feed.xml.gz","url":"https://courier.example/rss","fetchedAt":"2026-03-07T09:30:00Z"}
                        """, 0).get(0);

        assertThat(feed.path("id").asText()).isEqualTo("a");
        assertThat(feed.path("title").asText()).isEqualTo("Steppe & <b>Courier</b>");
        assertThat(feed.path("plainTitle").asText()).isEqualTo("Steppe & Courier");
        assertThat(feed.path("link").asText()).isEqualTo("https://courier.example/");
        assertThat(feed.path("description").asText()).isEqualTo("All of it");
        assertThat(feed.path("language").asText()).isEqualTo("en");
        assertThat(feed.path("intervalSeconds").asInt()).isEqualTo(900);
        assertThat(feed.path("skipHours").toString()).isEqualTo("[2,3]");
        assertThat(feed.has("skipDays")).isFalse();
        var item = feed.path("items").path(0);
        assertThat(item.path("id").asText()).isEqualTo("17");
        assertThat(item.path("title").asText()).isEqualTo("Water <i>law</i>");
        assertThat(item.path("link").asText()).isEqualTo("https://courier.example/17");
        assertThat(item.path("summary").asText()).isEqualTo("Five ministers");
        assertThat(item.path("authors").toString()).isEqualTo("[\"News desk\"]");
        assertThat(item.path("categories").toString()).isEqualTo("[\"Water\"]");
        assertThat(item.path("enclosures").path(0).path("url").asText()).isEqualTo("https://courier.example/17.mp3");
        assertThat(item.path("enclosures").path(0).path("length").asLong()).isEqualTo(7);
    }

    @Test
    void shouldFlagDatesThatCannotBeReliedOn() throws IOException {
        Files.writeString(folder.resolve("feed.xml"), RSS);

        var items = stage("{\"id\":\"a\",\"file\":\"feed.xml\",\"fetchedAt\":\"2026-03-07T09:30:00Z\"}\n", 0)
                .get(0)
                .path("items");

        assertThat(items.path(0).path("published").asText()).isEqualTo("2026-03-07T10:30:00Z");
        assertThat(items.path(0).path("publishedText").asText()).isEqualTo("Sat, 07 Mar 2026 12:00:00 GMT");
        assertThat(items.path(0).path("publishedDoubt").asText()).isEqualTo("future");
        assertThat(items.path(1).path("published").isNull()).isTrue();
        assertThat(items.path(1).path("publishedDoubt").asText()).isEqualTo("missing");
    }

    @Test
    void shouldReadSitemapsAndSayWhatIsNeither() throws IOException {
        Files.writeString(
                folder.resolve("map.xml"),
                "<urlset><url><loc>https://a.example/1</loc><lastmod>2026-03-07</lastmod></url></urlset>");
        Files.writeString(
                folder.resolve("index.xml"),
                "<sitemapindex><sitemap><loc>https://a.example/m</loc></sitemap></sitemapindex>");
        Files.writeString(folder.resolve("page.html"), "<html><body>Log in</body></html>");

        var answers = stage("""
                {"id":"map","file":"map.xml"}
                {"id":"index","file":"index.xml"}
                {"id":"page","file":"page.html"}
                """, 0);

        assertThat(answers.get(0).path("items").path(0).path("link").asText()).isEqualTo("https://a.example/1");
        assertThat(answers.get(1).path("sitemaps").path(0).path("url").asText()).isEqualTo("https://a.example/m");
        assertThat(answers.get(2).path("dropped").asText()).isEqualTo("WEB_PAGE");
    }

    @Test
    void shouldGoOnAfterLineThatFails() throws IOException {
        Files.writeString(folder.resolve("feed.xml"), RSS);

        var answers = stage("""
                {"id":"a"}
                {"id":"b","file":"missing.xml"}
                {"id":"c","file":"feed.xml"}
                """, 1);

        assertThat(answers.get(0).path("error").asText()).isEqualTo("has no 'file'");
        assertThat(answers.get(1).path("error").asText()).contains("missing.xml");
        assertThat(answers.get(2).path("items")).hasSize(2);
    }

    private List<JsonNode> stage(String lines, int exitCode) throws IOException {
        Files.writeString(folder.resolve("in.jsonl"), lines);
        var quiet = new PrintWriter(new StringWriter());
        var ended = new CommandLine(new StageCommand())
                .setOut(quiet)
                .setErr(quiet)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(
                        "feed",
                        "--input",
                        folder.resolve("in.jsonl").toString(),
                        "--output",
                        folder.resolve("out.jsonl").toString());
        assertThat(ended).isEqualTo(exitCode);
        var answers = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(folder.resolve("out.jsonl"))) {
            answers.add(new ObjectMapper().readTree(line));
        }
        return answers;
    }
}
