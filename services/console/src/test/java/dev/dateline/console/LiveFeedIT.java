package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.console.json.Json;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.runtime.Health;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.Route;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The live feed as a browser reads it. */
class LiveFeedIT {
    /** How a stream ends. */
    private static final String LAST_CHUNK = "0";

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
    void shouldFilterAsASearchDoes() throws Exception {
        console.send(Topics::route, "dams", route("dams", "text contains 'reservoir' and region = TJ"));
        await().until(() -> console.get("/events?route=nodams").body(), body -> body.contains("Did you mean dams?"));
        try (var byRoute = follow("?route=dams");
                var byRole = follow("?region=Tajikistan&region=KG&role=mentioned&role=dateline");
                var byWords = follow("?q=RESERVOIR+-flood&outlet=steppe+herald&language=en");
                var all = follow("")) {
            for (var reader : List.of(byRoute, byRole, byWords, all)) {
                reader.lineThatBegins("event: reload");
            }
            filtered("f-flooded", "TJ", RegionRole.ABOUT, "The reservoir may flood.");
            filtered("f-elsewhere", "KG", RegionRole.MENTIONED, "Nothing is full.");
            filtered("f-full", "TJ", RegionRole.ABOUT, "x ".repeat(2_000) + "The Reservoir is full.");

            assertThat(keys(byRoute, 2)).containsExactly("f-flooded", "f-full");
            assertThat(keys(byRole, 1)).containsExactly("f-elsewhere");
            assertThat(keys(byWords, 1)).containsExactly("f-full");
            assertThat(keys(all, 3)).containsExactly("f-flooded", "f-elsewhere", "f-full");
        }
    }

    private static void filtered(String id, String region, RegionRole role, String text) throws Exception {
        console.send(
                Topics::enriched,
                id,
                SampleNews.article(id, "Title of " + id)
                        .setText(text)
                        .setRegions(List.of(SampleNews.region(region, role)))
                        .build());
    }

    private static Route route(String name, String expression) {
        return Route.newBuilder()
                .setName(name)
                .setExpression(expression)
                .setCreatedAt(Instant.EPOCH)
                .setCreatedBy("test")
                .build();
    }

    private static List<String> keys(RawRequest reader, int count) throws IOException {
        var keys = new ArrayList<String>();
        while (keys.size() < count) {
            reader.lineThatBegins("event: article");
            keys.add(Json.parse(reader.line().substring("data: ".length()))
                    .path("key")
                    .asText());
        }
        return keys;
    }

    @Test
    void shouldTellAllThatIsWrongWithAQuery() throws Exception {
        var answer =
                console.get("/events?region=Kazakstan&regoin=KZ&role=hero&q=%22a+dam%22&outcome=odd&since=2026-01-01");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Json.parse(answer.body()).path("errors").findValuesAsText("parameter"))
                .containsExactlyInAnyOrder("region", "regoin", "role", "q", "outcome", "since");
        assertThat(answer.body()).contains("Did you mean Kazakhstan (KZ)?").contains("Did you mean region?");
    }

    @Test
    void shouldCutOffWhoReadsNothingWhileOthersGetAllAndLetItResume() throws Exception {
        var flood = 6_000; // far more than a reader's queue and both buffers of a connection hold
        try (var slow = follow("?region=LA");
                var quick = follow("?region=LA")) {
            slow.lineThatBegins("event: reload");
            quick.lineThatBegins("event: reload");
            var text = "слово ".repeat(200);
            for (var count = 0; count < flood; count++) {
                console.begin(
                        Topics::enriched,
                        "flood-" + count,
                        SampleNews.article("flood-" + count, "F")
                                .setText(text)
                                .setRegions(List.of(SampleNews.region("LA", RegionRole.ABOUT)))
                                .build(),
                        Instant.now());
                if (count % 200 == 199) { // as fast as the quick one reads, and no faster
                    quick.lineThatBegins("data: {\"key\":\"flood-" + count + "\"");
                }
            }

            var last = "";
            for (var line = slow.line(); !LAST_CHUNK.equals(line); line = slow.line()) {
                assertThat(line).as("it should be cut off").isNotNull().doesNotContain("flood-" + (flood - 1));
                last = line.startsWith("id: ") ? line : last;
            }
            assertThat(last).isNotEmpty();
            try (var again = follow("?region=LA", "Last-Event-ID: " + last.substring("id: ".length()))) {
                again.lineThatBegins("event: resumed");
                assertThat(again.lineThatBegins("data: {\"key\":\"flood-" + (flood - 1) + "\""))
                        .isNotEmpty();
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
