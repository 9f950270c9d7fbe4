package dev.dateline.pipeline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.feed.FeedMoment.Doubt;
import dev.dateline.schema.DateDoubt;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the formats' standards say, and what feeds make of them, one thing at a time. */
class FeedFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>A <![CDATA[<b>bold</b>]]> word</title> | A <b>bold</b> word",
                "<title>&lt;b&gt;bold&lt;/b&gt;</title> | <b>bold</b>",
                "<title><![CDATA[&lt;b&gt;]]></title> | &lt;b&gt;",
                "<title><b>bold</b></title> | <b>bold</b>",
                "<title><b>bold</b> <![CDATA[<i>too</i>]]></title> | <b>bold</b> <i>too</i>",
                "<title>Fish & chips &copy=2 &amp; more &nosuch;</title> | Fish & chips &copy=2 & more &nosuch;",
                "<title>a&nbsp;b &eacute;</title> | a\u00a0b é",
                "<title>a\u0001b</title> | ab",
            })
    void shouldKeepMarkupOfRssAsWritten(String title, String expected) {
        assertThat(rss(title).detail().title()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>1 &lt; 2</title> | 1 < 2 | 1 < 2",
                "<title type='html'>&lt;b&gt;bold&lt;/b&gt;</title> | <b>bold</b> | bold",
                "<title type='html'><div>&lt;b&gt;bold&lt;/b&gt;</div></title> | <b>bold</b> | bold",
                "<title type='xhtml'><div>&lt;b&gt; <b>bold</b></div></title> | &lt;b&gt; <b>bold</b> | <b> bold",
                "<title type='xhtml'>&lt;b&gt;bold&lt;/b&gt;</title> | <b>bold</b> | bold",
                "<title mode='base64'>Ym9sZA==</title> | bold | bold",
                "<title mode='escaped' type='text/html'>&lt;b&gt;bold&lt;/b&gt;</title> | <b>bold</b> | bold",
                "<title type='application/x-own'>test</title> | test | test",
            })
    void shouldReadTextConstructsOfAtom(String title, String asWritten, String plain) {
        var entry = atom(title);

        assertThat(entry.detail().title()).isEqualTo(asWritten);
        assertThat(entry.item().getTitle()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<content type='application/octet-stream'>aGVsbG8=</content> | hello",
                "<content type='video/mp4'>aGVsbG8=</content> | hello",
                "<content type='video/mp4'>//79</content> |",
                "<content type='application/json'>{\"a\": 1}</content> | {\"a\": 1}",
                "<content type='application/xml'><a>&lt;b/&gt;</a></content> | <a>&lt;b/&gt;</a>",
                "<content type='text/markdown'>*a*</content> | *a*",
                "<content src='https://courier.example/full'/> |",
            })
    void shouldReadContentsOfAtomByTheirType(String content, String expected) {
        assertThat(atom(content).item().getContent()).isEqualTo(expected);
    }

    @Test
    void shouldMakeLinksWithinTextsAbsolute() {
        var entry = atom("<content type='html' xml:base='/world/'>&lt;a href=\"b.html\"&gt;b&lt;/a&gt;"
                + " &lt;img src='//cdn.example/c.png'&gt; &lt;a href='#d'&gt;d&lt;/a&gt;</content>");

        assertThat(entry.item().getContent())
                .isEqualTo("<a href=\"https://courier.example/world/b.html\">b</a>"
                        + " <img src=\"https://cdn.example/c.png\"> <a href=\"#d\">d</a>");
    }

    @Test
    void shouldLeaveTextWithoutRelativeLinksToTheLetter() {
        assertThat(rss("<description><![CDATA[<A HREF='https://a.example/'>a</A><br/>]]></description>")
                        .item()
                        .getSummary())
                .isEqualTo("<A HREF='https://a.example/'>a</A><br/>");
    }

    @Test
    void shouldReadPeopleHoweverTheyAreWritten() {
        var entry = rss(
                "<author>desk@courier.example (News desk)</author><author>Aigul Sarsen &lt;a@courier.example></author>"
                        + "<dc:creator>Marat Ospanov</dc:creator><author>mail@courier.example</author>");

        assertThat(entry.item().getAuthors())
                .containsExactly("News desk", "Aigul Sarsen", "Marat Ospanov", "mail@courier.example");
        assertThat(entry.detail().authors())
                .contains(new FeedPerson("News desk", "desk@courier.example", null))
                .contains(new FeedPerson(null, "mail@courier.example", null));
    }

    @Test
    void shouldReadPeopleOfAtom() {
        var entry = atom("<author><name>Aigul Sarsen</name><uri>about</uri></author>"
                + "<contributor><email>e@courier.example</email></contributor>");

        assertThat(entry.detail().authors())
                .containsExactly(new FeedPerson("Aigul Sarsen", null, "https://courier.example/about"));
        assertThat(entry.detail().contributors()).containsExactly(new FeedPerson(null, "e@courier.example", null));
    }

    @Test
    void shouldReadCategoriesWithTheirSchemes() {
        assertThat(rss("<category domain='https://c.example/'>Water</category><dc:subject>Energy</dc:subject>"
                                + "<media:keywords>canal, dam,</media:keywords>")
                        .detail()
                        .categories())
                .containsExactly(
                        new FeedCategory("Water", "https://c.example/", null),
                        new FeedCategory("Energy", null, null),
                        new FeedCategory("canal", null, null),
                        new FeedCategory("dam", null, null));
        assertThat(atom("<category term='w' label='Water'/>").item().getCategories())
                .containsExactly("Water");
    }

    @Test
    void shouldReadEnclosuresAndMedia() {
        var entry = rss(
                "<enclosure url='/a.mp3' type='audio/mpeg' length='123'>stray<media:title>t</media:title></enclosure>"
                        + "<media:group><media:content url='/b.jpg' medium='image' fileSize='7'/><media:thumbnail url='/c.jpg'/>"
                        + "</media:group>");

        assertThat(entry.detail().enclosures())
                .containsExactly(new FeedLink("https://courier.example/a.mp3", "enclosure", "audio/mpeg", null, 123L));
        assertThat(entry.detail().links())
                .contains(new FeedLink("https://courier.example/b.jpg", "media", "image", null, 7L));
        assertThat(entry.detail().image()).isEqualTo("https://courier.example/c.jpg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<georss:point> 42.9 71.4 </georss:point> | 42.9 71.4",
                "<geo:lat>42.9</geo:lat><geo:long>-71.4</geo:long> | 42.9 -71.4",
                "<georss:where><gml:Point><gml:pos>42.9 71.4</gml:pos></gml:Point></georss:where> | 42.9 71.4",
                "<georss:point>142.9 71.4</georss:point> |",
            })
    void shouldReadPlaces(String written, String place) {
        assertThat(rss(written).detail().place()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xmlns:x=' http://purl.org/dc/elements/1.1 ' | x:creator",
                "xmlns:x='https://purl.org/dc/elements/1.1/' | x:creator",
                "xmlns:x='HTTP://PURL.ORG/DC/ELEMENTS/1.1/' | x:creator",
                "xmlns='http://www.w3.org/2005/Atom' | dc:creator",
                "xmlns='https://unknown.example/' | dc:creator",
                "xmlns:rss='http://purl.org/rss/1.0/' | dc:creator",
            })
    void shouldKnowVocabulariesWhateverTheirPrefixOrSpelling(String declaration, String creator) {
        var feed = feed("<rss " + declaration + "><channel><item><title>t</title><" + creator + ">Aigul</" + creator
                + "></item></channel></rss>");

        assertThat(feed.entries().get(0).item().getAuthors()).containsExactly("Aigul");
        assertThat(feed.entries().get(0).item().getTitle()).isEqualTo("t");
    }

    @Test
    void shouldTellFeedItselfFromItsPage() {
        var feed = feed("<feed xml:base='https://courier.example/feed'><link rel='self' href=''/><link href=''/>"
                + "<link href='/' type='text/html'/><entry/></feed>");

        assertThat(feed.link()).isEqualTo("https://courier.example/");
        assertThat(feed.detail().links())
                .extracting(FeedLink::url)
                .containsExactly("https://courier.example/feed", "https://courier.example/");
    }

    @Test
    void shouldSayWhichDatesAreNotToBeReliedOn() {
        var result = feed("<rss><channel><item><pubDate>Sat, 07 Mar 2026 12:00:00 GMT</pubDate></item>"
                + "<item><pubDate>soon</pubDate></item><item/></channel></rss>");

        var feed = (Feed) FutureDates.setBack(result, Instant.parse("2026-03-07T09:30:00Z"));

        var dated = feed.entries().get(0);
        assertThat(dated.item().getPublished()).isEqualTo(Instant.parse("2026-03-07T10:30:00Z"));
        assertThat(dated.detail().published())
                .isEqualTo(new FeedMoment(
                        "Sat, 07 Mar 2026 12:00:00 GMT", Instant.parse("2026-03-07T10:30:00Z"), Doubt.FUTURE));
        assertThat(feed.entries().get(1).detail().published())
                .isEqualTo(new FeedMoment("soon", null, Doubt.UNREADABLE));
        assertThat(feed.entries().get(2).detail().published()).isNull();
    }

    @Test
    void shouldSendDoubtsAlongWithTheArticle() {
        var result = feed("<rss><channel><item><pubDate>Sat, 07 Mar 2026 12:00:00 GMT</pubDate></item>"
                + "<item><pubDate>soon</pubDate></item><item/>"
                + "<item><pubDate>Sat, 07 Mar 2026 08:00:00 IST</pubDate></item>"
                + "<item><pubDate>2026-03-07 08:00</pubDate></item>"
                + "<item><pubDate>2026-03-07</pubDate></item></channel></rss>");

        var feed = (Feed) FutureDates.setBack(result, Instant.parse("2026-03-07T09:30:00Z"));

        assertThat(feed.entries())
                .extracting(entry -> entry.item().getPublishedDoubt())
                .containsExactly(
                        DateDoubt.FUTURE,
                        DateDoubt.UNREADABLE,
                        DateDoubt.MISSING,
                        DateDoubt.ZONE,
                        DateDoubt.ZONE,
                        DateDoubt.NONE);
        assertThat(feed.entries().get(0).item().getUpdatedDoubt()).isEqualTo(DateDoubt.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"windows-1251", "koi8-r", "iso-8859-5", "utf-16"})
    void shouldBelieveCharsetOfServerOrProlog(String charset) {
        var xml = "<rss><channel><title>Курьер степи</title></channel></rss>";
        var bytes = xml.getBytes(Charset.forName(charset));
        var declared = ("<?xml version='1.0' encoding='" + charset + "'?>" + xml).getBytes(Charset.forName(charset));

        assertThat(title(bytes, "text/xml; charset=" + charset)).isEqualTo("Курьер степи");
        assertThat(title(declared, null)).isEqualTo("Курьер степи");
    }

    @Test
    void shouldReadWhatBrowsersReadOfCharsetLabels() {
        var bytes = "<rss><channel><title>“a” – €</title></channel></rss>".getBytes(Charset.forName("windows-1252"));

        assertThat(title(bytes, "text/xml; charset=iso-8859-1")).isEqualTo("“a” – €");
    }

    @Test
    void shouldNotMistakeCutOffTextForAnotherCharset() {
        var bytes = "<rss><channel><title>Курьер степи и гор</title></channel></rss>я".getBytes(StandardCharsets.UTF_8);

        assertThat(title(Arrays.copyOf(bytes, bytes.length - 1), "text/xml; charset=windows-1252"))
                .isEqualTo("Курьер степи и гор");
    }

    private static String title(byte[] bytes, String contentType) {
        return ((Feed) FeedParser.parse(bytes, contentType, "")).title();
    }

    private static FeedEntry rss(String inItem) {
        return feed("<rss><channel><item>" + inItem + "</item></channel></rss>")
                .entries()
                .get(0);
    }

    private static FeedEntry atom(String inEntry) {
        return feed("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + inEntry + "</entry></feed>")
                .entries()
                .get(0);
    }

    private static Feed feed(String xml) {
        return (Feed) FeedParser.parse(xml.getBytes(StandardCharsets.UTF_8), null, "https://courier.example/feed.xml");
    }
}
