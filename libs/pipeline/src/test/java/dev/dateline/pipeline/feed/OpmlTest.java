package dev.dateline.pipeline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlTest {
    private static final String NESTED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0"><head><title>News &amp; more</title></head><body>
              <outline text="Asia"><outline text="Central">
                <outline type="rss" text="Courier" title="Steppe Courier" xmlUrl="https://courier.example/feed?a=1&b=2"
                         htmlUrl="https://courier.example/" language="kk"/>
              </outline></outline>
              <outline text="Herald" XMLURL="feed://herald.example/rss"/>
              <outline text="Again" xmlUrl="https://courier.example/feed?a=1&amp;b=2"/>
              <outline text="A page" type="link" url="https://page.example/"/>
              <outline text="Old" type="rss" url="http://old.example/rss.xml"/>
              <outline text="Nothing"/>
            </body></opml>
            """;

    @Test
    void shouldReadFeedsWithTheirFolders() {
        var list = read(NESTED);

        assertThat(list.title()).isEqualTo("News & more");
        assertThat(list.subscriptions())
                .containsExactly(
                        new Opml.Subscription(
                                "https://courier.example/feed?a=1&b=2",
                                "Steppe Courier",
                                "https://courier.example/",
                                "kk",
                                List.of("Asia", "Central")),
                        new Opml.Subscription("http://herald.example/rss", "Herald", null, null, List.of()),
                        new Opml.Subscription("http://old.example/rss.xml", "Old", null, null, List.of()));
    }

    @Test
    void shouldWriteWhatItReads() {
        var list = read(NESTED);

        assertThat(list.toXml())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .contains("<opml version=\"2.0\">");
        assertThat(read(list.toXml())).isEqualTo(list);
    }

    @Test
    void shouldGiveNoTitleToFeedThatHasNone() {
        var untitled = new Opml("t", List.of(new Opml.Subscription("https://a.example/", null, null, null, List.of())));

        assertThat(untitled.toXml()).contains("text=\"https://a.example/\"");
        assertThat(read(untitled.toXml())).isEqualTo(untitled);
    }

    @Test
    void shouldWriteWhateverATitleHolds() {
        var hostile =
                new Opml.Subscription("https://a.example/", "\"<&>'\u0001 ü 😀", null, null, List.of("a/b", "\"c\""));

        var again =
                read(new Opml("t", List.of(hostile)).toXml()).subscriptions().get(0);

        assertThat(again.title()).isEqualTo("\"<&>' ü 😀");
        assertThat(again.folders()).isEqualTo(hostile.folders());
    }

    @ParameterizedTest
    @CsvSource({
        "feed:https://a.example/f, https://a.example/f",
        "feed://a.example/f, http://a.example/f",
        "FEED://https://a.example/f, https://a.example/f",
        "javascript:alert(1),",
        "file:///etc/hostname,",
    })
    void shouldReadAddressesOfTheWebOnly(String written, String url) {
        var feeds = read("<opml><body><outline xmlUrl='" + written + "'/></body></opml>")
                .subscriptions();

        assertThat(feeds).extracting(Opml.Subscription::url).isEqualTo(url == null ? List.of() : List.of(url));
    }

    @Test
    void shouldKeepWithinLimits() {
        var many = new StringBuilder("<opml><body>");
        for (int i = 0; i < 10_500; i++) {
            many.append("<outline xmlUrl='https://a.example/").append(i).append("'/>");
        }
        var list = read(many.toString());

        assertThat(list.subscriptions()).hasSize(10_000);
        assertThat(list.faults()).hasSize(500);
        assertThat(list.faults().get(0).what()).isEqualTo("is beyond the 10000 feeds that one list may have");
    }

    @Test
    void shouldSayWhichLinesNameNoFeed() {
        var list = read("""

                <opml version="2.0"><body>
                  <outline text="Folder"/>
                  <outline type="rss" text="Nothing"/>
                  <outline type="rss" text="Courier" xmlUrl="https://courier.example/feed"/>
                  <outline text="Local"
                      xmlUrl="file:///etc/hostname"/>
                </body></opml>
                """);

        assertThat(list.subscriptions()).hasSize(1);
        assertThat(list.faults())
                .containsExactly(
                        new Opml.Fault(4, "is a feed without an xmlUrl"),
                        new Opml.Fault(6, "is no web address: file:///etc/hostname"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<opml><body>%s", "<opml>%s"})
    void shouldSurviveDeepNesting(String start) {
        assertThat(read(start.formatted("<outline text='a'>".repeat(100_000)))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sources:\n  - id: a", "<rss/>", "<html></html>", "{}"})
    void shouldSayWhatIsNoList(String text) {
        assertThat(Opml.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static Opml read(String xml) {
        return Opml.read(xml.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
