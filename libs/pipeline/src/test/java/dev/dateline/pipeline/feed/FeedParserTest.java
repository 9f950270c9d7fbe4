package dev.dateline.pipeline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dateline.schema.FeedItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
    private static final String URL = "https://courier.example/feed.xml";

    @Test
    void shouldReadRss2() {
        var feed = read("rss2.xml");

        assertThat(feed.format()).isEqualTo(Feed.Format.RSS);
        assertThat(feed.title()).isEqualTo("Steppe Courier & Weekly");
        assertThat(feed.link()).isEqualTo("https://courier.example/");
        var item = feed.entries().get(0).item();
        assertThat(item.getId()).isEqualTo("courier-17");
        assertThat(item.getTitle()).isEqualTo("Five ministers agree on water – again");
        assertThat(item.getLink()).isEqualTo("https://courier.example/2026/03/water.html?utm_source=rss");
        assertThat(item.getSummary()).isEqualTo("<p>They met in the capital.</p>");
        assertThat(item.getContent()).isEqualTo("<p>They met in the capital, and agreed.</p>");
        assertThat(item.getAuthors()).containsExactly("Aigul Sarsen", "News desk");
        assertThat(item.getCategories()).containsExactly("Politics", "Water & energy");
        assertThat(item.getPublished()).isEqualTo(Instant.parse("2026-03-07T04:30:00Z"));
        assertThat(item.getLanguage()).isNull();
    }

    @Test
    void shouldListEveryLinkOfAnItem() {
        assertThat(read("rss2.xml").entries().get(0).detail().links())
                .extracting(FeedLink::rel)
                .containsExactly("alternate", "enclosure", "comments");
    }

    @Test
    void shouldMendStrayMarkupAndTakeGuidForLink() {
        var item = item("rss2.xml", 1);

        assertThat(item.getTitle()).isEqualTo("R&D budget: 5 < 7");
        assertThat(item.getLink()).isEqualTo("https://courier.example/2026/03/budget.html");
        assertThat(item.getPublished()).isNull();
    }

    @Test
    void shouldResolveLinkAgainstXmlBaseAndInventNoDate() {
        var item = item("rss2.xml", 2);

        assertThat(item.getLink()).isEqualTo("https://mirror.example/a/b.html");
        assertThat(item.getPublished()).isNull();
    }

    @Test
    void shouldReadRss1() {
        var feed = read("rss1.rdf");

        assertThat(feed.title()).isEqualTo("Courier");
        assertThat(feed.entries()).hasSize(2);
        assertThat(feed.entries().get(0).item().getPublished()).isEqualTo(Instant.parse("2026-03-07T09:30:00Z"));
        assertThat(feed.entries().get(0).item().getCategories()).containsExactly("Economy");
        assertThat(feed.entries().get(1).item().getLink()).isEqualTo("https://courier.example/two");
    }

    @Test
    void shouldReadAtomWhateverItsPrefix() {
        var feed = read("atom1.xml");

        assertThat(feed.format()).isEqualTo(Feed.Format.ATOM);
        assertThat(feed.title()).isEqualTo("Courier & friends");
        assertThat(feed.language()).isEqualTo("ru");
        var item = feed.entries().get(0).item();
        assertThat(item.getTitle()).isEqualTo("Literal <b>");
        assertThat(item.getLink()).isEqualTo("https://courier.example/news/one.html");
        assertThat(item.getContent()).isEqualTo("<p>Text</p>");
        assertThat(item.getAuthors()).containsExactly("News desk");
        assertThat(item.getPublished()).isEqualTo(Instant.parse("2026-03-07T04:30:00Z"));
        assertThat(item.getUpdated()).isEqualTo(Instant.parse("2026-03-07T10:00:00Z"));
        assertThat(item.getCategories()).containsExactly("World");
        assertThat(item.getLanguage()).isEqualTo("ru");
    }

    @Test
    void shouldReadAtomEntryWithoutLink() {
        var item = item("atom1.xml", 1);

        assertThat(item.getTitle()).isEqualTo("Two words");
        assertThat(item.getLink()).isEqualTo("https://courier.example/two");
        assertThat(item.getAuthors()).containsExactly("Aigul Sarsen");
        assertThat(item.getPublished()).isNull();
        assertThat(item.getLanguage()).isEqualTo("kk");
    }

    @Test
    void shouldReadAtom03() {
        var feed = read("atom03.xml");

        assertThat(feed.title()).isEqualTo("Old & good");
        assertThat(feed.entries().get(0).item().getTitle()).isEqualTo("First");
        assertThat(feed.entries().get(0).item().getPublished()).isEqualTo(Instant.parse("2004-03-07T09:30:00Z"));
        assertThat(feed.entries().get(0).item().getUpdated()).isEqualTo(Instant.parse("2004-03-08T09:30:00Z"));
    }

    @Test
    void shouldReadJsonFeed() {
        var feed = read("feed.json");

        assertThat(feed.format()).isEqualTo(Feed.Format.JSON);
        assertThat(feed.entries())
                .extracting(entry -> entry.item().getLink())
                .containsExactly(
                        "https://courier.example/one", "https://courier.example/two", "https://other.example/three");
        assertThat(feed.entries())
                .extracting(entry -> entry.item().getAuthors().get(0))
                .containsExactly("Aigul Sarsen", "News desk", "Old form");
        assertThat(feed.entries().get(0).item().getPublished()).isEqualTo(Instant.parse("2026-03-07T04:30:00Z"));
        assertThat(feed.entries().get(1).item().getLanguage()).isEqualTo("kk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | EMPTY",
                "'  ' | EMPTY",
                "<!DOCTYPE html><html><body>Log in</body></html> | WEB_PAGE",
                "<urlset><url/></urlset> | OTHER_XML",
                "not a feed | NO_MARKUP",
                "<!-- nothing --> | NO_MARKUP",
                "{\"items\": [1, | BAD_JSON",
                "{\"error\": 1} | OTHER_JSON",
                "[] | OTHER_JSON",
            })
    void shouldSayWhyDocumentIsNoFeed(String text, FeedProblem.Kind kind) {
        assertThat(parse(text))
                .isInstanceOfSatisfying(
                        FeedProblem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }

    @Test
    void shouldNotExpandEntitiesOfTheFeed() {
        var feed = (Feed) parse("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'><!ENTITY y 'yyyy'>]>"
                + "<rss><channel><title>a &x; &y;</title></channel></rss>");

        assertThat(feed.title()).isEqualTo("a &x; &y;");
    }

    @Test
    void shouldKeepWithinLimits() {
        var item = "<item><title>" + "t".repeat(3_000) + "</title><description>" + "d".repeat(400_000)
                + "</description></item>";
        var feed = (Feed) parse("<rss><channel>" + item + "<item/>".repeat(1_500) + "</channel></rss>");

        assertThat(feed.entries()).hasSize(1_000);
        assertThat(feed.truncated()).isTrue();
        assertThat(feed.entries().get(0).item().getTitle()).hasSize(1_000);
        assertThat(feed.entries().get(0).item().getSummary()).hasSize(350_000);
    }

    @ParameterizedTest
    @CsvSource({"語, 3", "д, 2", "🌊, 4", "a, 1"})
    void shouldCutTextsByTheirBytesAndNeverWithinACharacter(String character, int bytes) {
        var item = "<item><description>" + character.repeat(400_000) + "</description></item>";
        var feed = (Feed) parse("<rss><channel>" + item + "</channel></rss>");

        assertThat(feed.entries().get(0).item().getSummary()).isEqualTo(character.repeat(350_000 / bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<rss><channel><item><title>a</title>%s", "<feed>%s", "{\"items\":[%s"})
    void shouldSurviveDeepNesting(String start) {
        assertThat(parse(start.formatted("<a>".repeat(200_000)))).isNotNull();
        assertThat(parse(start.formatted("[".repeat(200_000)))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss2.xml", "rss1.rdf", "atom1.xml", "atom03.xml", "feed.json", "dates.csv"})
    void shouldSurviveDamage(String file) {
        var random = new Random(file.hashCode());
        for (int round = 0; round < 100; round++) {
            var bytes = bytes(file);
            for (int hit = 0; hit <= round % 20; hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var cut = Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 4));

            assertThat(FeedParser.parse(cut, null, URL)).isNotNull();
        }
    }

    @Test
    void shouldReadLargeFeedInTime() {
        var item = "<item><title>A title</title><link>/a</link><author>" + "a@".repeat(4_000) + "</author><description>"
                + "<p>words and more words</p>".repeat(40) + "</description></item>";
        var feed = "<rss><channel>" + item.repeat(900) + "</channel></rss>";

        assertTimeout(Duration.ofSeconds(30), () -> parse(feed));
    }

    @Test
    void shouldReadWhatThereIsOfTruncatedFeed() {
        var feed =
                (Feed) parse("<rss><channel><item><title>One</title></item><item><title>Two</title><link>http://a.ex");

        assertThat(feed.entries()).extracting(entry -> entry.item().getTitle()).containsExactly("One", "Two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1251 | windows-1251 | application/rss+xml",
                "windows-1251 | utf-8 | text/xml; charset=\"windows-1251\"",
                "utf-8 | utf-8 | text/xml; charset=iso-8859-1",
                "utf-8 | windows-1251 | text/xml",
                "utf-16le | utf-16 | application/xml",
                "utf-16 | utf-16 | application/xml",
                "koi8-r | koi8-r | text/xml; charset=nonsense",
            })
    void shouldFindCharset(String used, String prolog, String contentType) {
        var text = "<?xml version='1.0' encoding='" + prolog + "'?><rss><channel><title>Саммит</title></channel></rss>";

        var feed = (Feed) FeedParser.parse(text.getBytes(Charset.forName(used)), contentType, URL);

        assertThat(feed.title()).isEqualTo("Саммит");
    }

    private static FeedItem item(String file, int index) {
        return read(file).entries().get(index).item();
    }

    private static FeedResult parse(String text) {
        return FeedParser.parse(text.getBytes(StandardCharsets.UTF_8), null, URL);
    }

    private static Feed read(String file) {
        return (Feed) FeedParser.parse(bytes(file), null, URL);
    }

    private static byte[] bytes(String file) {
        try (var stream = Objects.requireNonNull(FeedParserTest.class.getResourceAsStream(file), file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
