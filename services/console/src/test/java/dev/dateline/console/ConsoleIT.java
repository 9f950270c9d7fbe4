package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.console.json.Json;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.SourceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console on a real broker, asked over real HTTP. */
class ConsoleIT {
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

    private static JsonNode json(String path) throws Exception {
        var answer = console.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Json.parse(answer.body());
    }

    @Test
    void shouldShowAnArticleWithItsTagsTracesAndCopies() throws Exception {
        var article = SampleNews.article("dam", "A dam is opened")
                .setRegions(List.of(SampleNews.region("TJ", RegionRole.ABOUT, "Tajikistan")))
                .build();

        console.send(Topics::enriched, "dam", article);
        console.send(Topics::duplicate, "dam-copy", SampleNews.copy("dam-copy", "dam"));
        console.send(Topics::disposition, "dam", SampleNews.disposition("dam", "tag", DispositionOutcome.KEPT, null));

        await().untilAsserted(() -> {
            var detail = json("/api/articles/dam");
            assertThat(detail.at("/article/title").asText()).isEqualTo("A dam is opened");
            assertThat(detail.at("/article/copies").asInt()).isEqualTo(1);
            assertThat(detail.at("/steps/0/problem").asText()).contains("no longer in the topic");
            var tags = detail.at("/steps/1");
            assertThat(tags.path("name").asText()).isEqualTo("tags");
            assertThat(tags.at("/place/offset").asText()).isNotEmpty();
            assertThat(tags.at("/content/text").asText()).isEqualTo(article.getText());
            assertThat(tags.at("/content/regions/0/evidence/0/text").asText()).isEqualTo("Tajikistan");
            assertThat(detail.at("/copies/0/match/kind").asText()).isEqualTo("WIRE_COPY");
            assertThat(detail.at("/traces/0/stage").asText()).isEqualTo("tag");
        });
        assertThat(json("/api/articles?region=tj").path("articles")).hasSize(2);
        assertThat(json("/api/articles?region=NZ").path("articles")).isEmpty();
        assertThat(console.get("/api/articles/unknown").statusCode()).isEqualTo(404);
        assertThat(console.get("/api/articles?limit=many").statusCode()).isEqualTo(400);
    }

    @Test
    void shouldShowSourcesAndForgetOneThatIsNoMore() throws Exception {
        var source = SampleNews.source("wire", "Wire", SourceState.FAILING);

        console.send(Topics::sourceStatus, "wire", source);
        await().untilAsserted(() ->
                assertThat(json("/api/sources").findValuesAsText("id")).contains("wire"));
        console.send(Topics::sourceStatus, "wire", null);

        await().untilAsserted(() ->
                assertThat(json("/api/sources").findValuesAsText("id")).doesNotContain("wire"));
    }

    @Test
    void shouldSkipAndCountWhatItCannotRead() throws Exception {
        var before = json("/api/stages").path("unreadable").asLong();

        console.sendBytes(console.kafka.topics().enriched().name(), "poison", new byte[] {7, 7, 7});
        console.send(
                Topics::enriched,
                "poison",
                SampleNews.article("after-poison", "Life goes on").build());

        await().untilAsserted(() -> assertThat(
                        console.get("/api/articles/after-poison").statusCode())
                .isEqualTo(200));
        assertThat(json("/api/stages").path("unreadable").asLong()).isEqualTo(before + 1);
    }

    @Test
    void shouldCountStagesOnceOverARestart() throws Exception {
        for (var outcome : DispositionOutcome.values()) {
            console.send(
                    Topics::disposition,
                    "counted",
                    SampleNews.disposition("counted", "counting", outcome, outcome.name()));
        }

        console.restart();

        await().untilAsserted(() -> {
            var stages = json("/api/stages").path("stages");
            assertThat(stages).anySatisfy(stage -> {
                assertThat(stage.path("stage").asText()).isEqualTo("counting");
                assertThat(stage.path("in").asLong()).isEqualTo(3);
                assertThat(stage.path("kept").asLong()).isEqualTo(1);
            });
        });
    }

    @Test
    void shouldSayWhyTheRecordOfADeadLetterCannotBeShown() throws Exception {
        var input = console.sendBytes(console.kafka.topics().raw().name(), "broken", new byte[] {7, 7, 7});
        var trace = Disposition.newBuilder(
                        SampleNews.disposition("broken", "clean", DispositionOutcome.DEAD_LETTERED, "bad_marker"))
                .setPartition(input.partition())
                .setOffset(input.offset())
                .build();
        console.send(Topics::disposition, "broken", trace);

        await().untilAsserted(() -> {
            var lines = json("/api/articles?outcome=dead&text=broken").path("articles");
            assertThat(lines).hasSize(1);
            var dossier = json("/api/articles/" + lines.at("/0/key").asText());
            assertThat(dossier.at("/steps/0/name").asText()).isEqualTo("raw");
            assertThat(dossier.at("/steps/0/bytes").asInt()).isEqualTo(3);
            assertThat(dossier.at("/steps/0/problem").asText()).contains("cannot be read");
            assertThat(dossier.at("/rows/0/sql").asText())
                    .isEqualTo("SELECT * FROM disposition WHERE article_id = 'broken'");
            assertThat(dossier.at("/rows/0/found").isNull()).isTrue();
        });
        assertThat(json("/api/stages").path("deadLately").asInt()).isPositive();
    }

    @Test
    void shouldTellHowManyRecordsAStageHasStillToRead() throws Exception {
        var clean = console.kafka.topics().clean().name();
        console.sendBytes(clean, "unread", new byte[] {1});
        try (var stage = Clients.consumer(console.kafka, "stage", "dateline-dedup", "earliest")) {
            stage.commitSync(Map.of(new TopicPartition(clean, 0), new OffsetAndMetadata(0)));
        }

        await().untilAsserted(() ->
                assertThat(json("/api/stages").at("/lag/dedup").asLong()).isPositive());
    }

    @Test
    void shouldSayWhichPortIsTaken() throws Exception {
        var settings = console.settings(console.service().port());
        var second = ConsoleMain.DEFINITION.factory().create(new Environment(settings, new SimpleMeterRegistry()));

        assertThatThrownBy(second::start)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("console.port")
                .hasMessageContaining(Integer.toString(console.service().port()));
        second.close();
    }

    @Test
    void shouldRefuseAnOutcomeThatNoArticleHas() throws Exception {
        for (var path : List.of("/api/articles?outcome=nonsense", "/events?outcome=nonsense")) {
            var answer = console.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("outcome must be one of original, copy, dropped, dead");
        }
    }

    @Test
    void shouldDescribeTheTopicsToProgramsAndToPeople() throws Exception {
        var document = console.get("/asyncapi.yaml");
        assertThat(document.headers().firstValue("Content-Type")).hasValue("application/yaml");
        var server = new YAMLMapper().readTree(document.body()).at("/servers/kafka");
        assertThat(server.path("host").asText()).isEqualTo(console.broker.bootstrap());
        assertThat(server.at("/bindings/kafka/schemaRegistryUrl").asText() + "/")
                .isEqualTo(console.address("/"));

        var page = console.get("/topics").body();
        assertThat(page)
                .contains("kcat -b " + console.broker.bootstrap() + " -t news.article.enriched.v1")
                .contains("<th scope=\"row\">news.region.kz.v1<td>Kazakhstan<td>KZ")
                .contains("<th scope=\"row\">ce_type<td>", "created, updated, retagged")
                .contains("the newest of each key 90 days, every one 7 days")
                .contains("<h2 id=\"EnrichedArticle\">", "<a href=\"#RegionTag\">RegionTag</a>");
        assertThat(console.get("/").body()).contains("href=\"topics\"", "href=\"api\"");
    }

    @Test
    void shouldGiveASchemaToApicuriosDeserializersToo() throws Exception {
        assertThat(json("/apis/registry/v2/ids/contentIds/1"))
                .isEqualTo(Json.parse(json("/schemas/ids/1").path("schema").asText()));
        assertThat(json("/apis/registry/v2/ids/contentIds/1/references")).isEmpty();
        assertThat(console.get("/apis/registry/v2/ids/contentIds/9999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldSayThatTracesNeedADatabase() throws Exception {
        assertThat(console.get("/api/traces?of=steppe").body()).contains("console.database-url");
        assertThat(console.get("/api/traces").statusCode()).isEqualTo(400);
    }

    @Test
    void shouldGuardEveryAnswer() throws Exception {
        for (var path : List.of("/", "/console.js", "/api/stages", "/subjects", "/nothing-here")) {
            var headers = console.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("default-src 'self'").contains("frame-ancestors 'none'"));
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void shouldRefuseANameThatIsNotItsOwn() throws Exception {
        assertThat(RawRequest.statusLine(console.service().port(), "/api/stages", "rebound.example"))
                .contains("421");
        assertThat(RawRequest.statusLine(console.service().port(), "/", "rebound.example"))
                .contains("421");
        assertThat(RawRequest.statusLine(console.service().port(), "/api/stages", "localhost:1"))
                .contains("200");
    }
}
