package dev.dateline.fetcher.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.feed.Opml;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceListTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.courier.example/feed.xml, courier-example-feed-xml",
        "https://feeds.courier.example/, courier-example",
        "https://courier.example/?feed=rss2, courier-example-feed-rss2",
        "https://новости.example/лента, xn-b1amnebsh-example-d0-bb-d0-b5-d0-bd-d1-82-d0-b0",
    })
    void shouldMakeIdsOfAddresses(String url, String id) {
        assertThat(SourceList.idOf(url)).isEqualTo(id);
    }

    @Test
    void shouldLeaveOutWhatIsPolledAlready() {
        var present = SourceList.newSources(list(feed("https://a.example/feed", "A")), List.of());

        var made = SourceList.newSources(
                list(feed("https://a.example/feed", "A"), feed("https://b.example/feed", null)), present);

        assertThat(made).extracting(Source::getId).containsExactly("b-example-feed");
        assertThat(made.get(0).getName()).isEqualTo("b-example-feed");
    }

    @Test
    void shouldTellFeedsApartWhoseAddressesLookAlike() {
        var made = SourceList.newSources(
                list(
                        feed("https://a.example/feed", "A"),
                        feed("http://www.a.example/feed/", "B"),
                        feed("https://a.example/" + "x".repeat(100), "C"),
                        feed("https://a.example/" + "x".repeat(101), "D")),
                List.of());

        assertThat(made).extracting(Source::getId).doesNotHaveDuplicates().allMatch(id -> id.length() <= 64);
        assertThat(made).extracting(Source::getId).startsWith("a-example-feed", "a-example-feed-2");
    }

    @Test
    void shouldListFeedsOnly() {
        var sources = SourceList.newSources(list(feed("https://a.example/feed", "A")), List.of());
        var sitemap = Source.newBuilder(sources.get(0))
                .setId("map")
                .setKind(SourceKind.SITEMAP)
                .build();

        assertThat(SourceList.list("All", List.of(sources.get(0), sitemap)).subscriptions())
                .containsExactly(feed("https://a.example/feed", "A"));
    }

    private static Opml list(Opml.Subscription... feeds) {
        return new Opml("t", List.of(feeds));
    }

    private static Opml.Subscription feed(String url, @Nullable String title) {
        return new Opml.Subscription(url, title, null, null, List.of());
    }
}
