package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.kafka.topics.Topics;
import dev.dateline.runtime.Health;
import dev.dateline.schema.RegionRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The live feed as a browser reads it. */
class LiveFeedIT {
    private static RunningConsole console;

    @BeforeAll
    static void start() throws Exception {
        console = new RunningConsole(0);
        await().until(() -> console.service().health().state() == Health.State.UP);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private static RawRequest follow(String query, String... headers) throws IOException {
        return new RawRequest(console.service().port(), "/events" + query, "localhost", headers);
    }

    private static void article(String id, String region) throws Exception {
        console.send(
                Topics::enriched,
                id,
                SampleNews.article(id, "Title of " + id)
                        .setRegions(List.of(SampleNews.region(region, RegionRole.ABOUT)))
                        .build());
    }

    @Test
    void shouldSendOnlyTheArticlesThatAReaderAskedFor() throws Exception {
        try (var reader = follow("?region=UZ")) {
            assertThat(reader.lineThatBegins("event: ")).isEqualTo("event: reload");

            article("from-kyrgyzstan", "KG");
            article("from-uzbekistan", "UZ");

            reader.lineThatBegins("event: article");
            assertThat(reader.line()).contains("from-uzbekistan");
        }
    }

    @Test
    void shouldSendAgainWhatAReaderMissed() throws Exception {
        String seen;
        try (var reader = follow("?region=TM")) {
            reader.lineThatBegins("event: reload");
            article("seen", "TM");
            seen = reader.lineThatBegins("id: ").substring("id: ".length());
        }
        article("missed", "TM");
        await().until(() -> console.get("/api/articles/missed").statusCode() == 200);

        try (var reader = follow("?region=TM", "Last-Event-ID: " + seen)) {
            reader.lineThatBegins("event: resumed");
            reader.lineThatBegins("event: article");

            assertThat(reader.line()).contains("missed");
        }
    }

    @Test
    void shouldTellAReaderOfAnotherRunToLoadAgain() throws Exception {
        try (var reader = follow("", "Last-Event-ID: another-17")) {
            assertThat(reader.lineThatBegins("event: ")).isEqualTo("event: reload");
        }
    }

    @Test
    void shouldReachTwoHundredReadersWhateverOneOfThemDoes() throws Exception {
        var readers = new ArrayList<RawRequest>();
        try {
            for (var count = 0; count < 200; count++) {
                var reader = follow("?region=MN");
                readers.add(reader);
                reader.lineThatBegins("event: reload");
            }
            var idle = readers.remove(0);
            for (var count = 1; count <= 50; count++) {
                article("crowd-" + count, "MN");
            }

            var begun = System.nanoTime();
            for (var reader : readers) {
                assertThat(reader.lineThatBegins("data: {\"key\":\"crowd-50\"")).isNotEmpty();
            }
            assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(10_000);
            readers.add(idle);
        } finally {
            for (var reader : readers) {
                reader.close();
            }
        }
    }

    @Test
    void shouldEndEveryStreamWhenItCloses() throws Exception {
        try (var own = new RunningConsole(0);
                var reader = new RawRequest(own.service().port(), "/events", "localhost")) {
            reader.lineThatBegins("event: reload");

            var begun = System.nanoTime();
            own.service().close();

            assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(5_000);
        }
    }
}
