package dev.dateline.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.console.SampleNews;
import dev.dateline.console.desk.ArticleFilter;
import dev.dateline.console.desk.Entry;
import dev.dateline.console.desk.NewsDesk;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LiveFeed feed = new LiveFeed(meters, "run");
    private final NewsDesk desk = new NewsDesk(feed, Instant.EPOCH, Clock.systemUTC(), article -> Set.of());

    @BeforeEach
    void catchUp() {
        desk.progress(true, true, 0);
    }

    private void bring(String id, String title) {
        desk.article(id, SampleNews.article(id, title).build(), Instant.EPOCH, new Entry.Place("topic", 0, 0));
    }

    private static String text(LiveEvent event) {
        return new String(event.frame(), StandardCharsets.UTF_8);
    }

    @Test
    void shouldFrameAnEventInOneDataLine() throws Exception {
        var reader = feed.admit(ArticleFilter.ALL, null).orElseThrow().reader();

        bring("a", "Line\nbreak\r\nid: 7\n\nevent: forged");

        assertThat(text(reader.next(0)).split("\n")).hasSize(3).satisfies(lines -> {
            assertThat(lines[0]).isEqualTo("id: run-1");
            assertThat(lines[1]).isEqualTo("event: article");
            assertThat(lines[2]).startsWith("data: {").contains("Line\\nbreak\\r\\nid: 7");
        });
    }

    @Test
    void shouldSendAgainWhatCameBehindAnId() {
        bring("a", "A");
        bring("b", "B");
        bring("c", "C");

        var missed = feed.admit(ArticleFilter.ALL, "run-1").orElseThrow().missed();

        assertThat(missed.orElseThrow()).extracting(LiveEvent::sequence).containsExactly(2L, 3L);
        assertThat(feed.admit(ArticleFilter.ALL, "run-3").orElseThrow().missed())
                .contains(List.of());
    }

    @Test
    void shouldNotResumeBehindAnIdThatIsNotItsOwn() {
        bring("a", "A");

        for (var id : List.of("before-1", "run-9", "run-", "run--1", "", "run-99999999999999999999")) {
            assertThat(feed.admit(ArticleFilter.ALL, id).orElseThrow().missed())
                    .as(id)
                    .isEmpty();
        }
    }

    @Test
    void shouldNotResumeWhatHasLeftTheRing() {
        var ring = new EventRing(2, "run");
        for (var sequence = 1; sequence <= 5; sequence++) {
            ring.add(new LiveEvent(sequence, new byte[0], null));
        }

        assertThat(ring.after("run-2")).isEmpty();
        assertThat(ring.after("run-3").orElseThrow()).hasSize(2);
    }

    @Test
    void shouldCutOffAReaderWhoDoesNotKeepUp() {
        var slow = feed.admit(ArticleFilter.ALL, null).orElseThrow().reader();

        for (var count = 0; count <= Reader.QUEUE; count++) {
            bring("a" + count, "A");
        }

        assertThat(slow.isClosed()).isTrue();
        assertThat(meters.get("news.console.readers.cut.off").counter().count()).isEqualTo(1);
        assertThat(meters.get("news.console.readers").gauge().value()).isZero();
    }

    @Test
    void shouldRefuseOneReaderTooMany() {
        for (var count = 0; count < LiveFeed.MAX_READERS; count++) {
            assertThat(feed.admit(ArticleFilter.ALL, null)).isPresent();
        }

        assertThat(feed.admit(ArticleFilter.ALL, null)).isEmpty();
    }

    @Test
    void shouldKeepTheSeatOfAReaderWhoWasCutOffUntilItsThreadIsFree() {
        var first = feed.admit(ArticleFilter.ALL, null).orElseThrow().reader();
        for (var count = 1; count < LiveFeed.MAX_READERS; count++) {
            feed.admit(ArticleFilter.ALL, null);
        }
        for (var count = 0; count <= Reader.QUEUE; count++) {
            bring("a" + count, "A");
        }
        assertThat(first.isClosed()).isTrue();
        assertThat(feed.admit(ArticleFilter.ALL, null)).isEmpty();

        feed.leave(first);

        assertThat(feed.admit(ArticleFilter.ALL, null)).isPresent();
    }
}
