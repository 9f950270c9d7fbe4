package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.console.json.Json;
import dev.dateline.console.news.NewsTables;
import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.operate.AuditLog;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.OperatorAction;
import dev.dateline.schema.RegionRole;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Routes over HTTP, on a real broker and a real database. */
class RouteRoutesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String[] SIGNED = {
        "Authorization", "Bearer " + RunningConsole.TOKEN, "Content-Type", "application/json"
    };

    private static EmbeddedDatabase postgres;
    private static Connection connection;
    private static RunningConsole console;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedDatabase.temporary();
        connection = DriverManager.getConnection(postgres.url());
        var tables = new NewsTables(connection);
        var now = Instant.now();
        for (var number = 0; number < 8; number++) {
            var id = "dam-" + number;
            tables.article(id, now.minusSeconds(60 * number), "en", "A dam " + number, "It is full.");
            tables.region(id, number < 6 ? "KZ" : "UZ", "ABOUT");
        }
        tables.article("old", now.minus(Duration.ofDays(30)), "en", "An old dam", "It was full.");
        tables.region("old", "KZ", "ABOUT");
        console = new RunningConsole(0, Map.of(ConsoleConfig.DATABASE_URL.key(), postgres.url()));
    }

    @AfterAll
    static void stop() throws Exception {
        console.close();
        connection.close();
        postgres.close();
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        return console.send(method, "/api/v1/routes" + path, body, SIGNED);
    }

    private static JsonNode ok(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.parse(answer.body());
    }

    @Test
    void shouldSayWhatARouteWouldHaveMatched() throws Exception {
        var found = ok(send("POST", "/test", "{\"expression\":\"region = Kazakhstan\"}"), 200);

        assertThat(found.path("expression").asText()).isEqualTo("region in ('KZ') and role in ('ABOUT')");
        assertThat(found.path("count").asInt()).isEqualTo(6);
        assertThat(found.path("looked").asInt()).isEqualTo(8);
        assertThat(found.path("newest").findValuesAsText("title"))
                .containsExactly("A dam 0", "A dam 1", "A dam 2", "A dam 3", "A dam 4");
        assertThat(ok(send("POST", "/test", "{\"expression\":\"region = KZ\",\"since\":\"90d\"}"), 200)
                        .path("count")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void shouldMakeFillChangeShowAndRemoveARoute() throws Exception {
        console.send(
                Topics::enriched,
                "past",
                SampleNews.article("past", "Past")
                        .setRegions(List.of(SampleNews.region("KZ", RegionRole.ABOUT)))
                        .build());

        var made = ok(
                send("PUT", "/steppe", "{\"expression\":\"region = Kazakhstan\",\"description\":\"For the desk\"}"),
                201);
        assertThat(made.path("topic").asText()).isEqualTo("news.route.steppe.v1");
        assertThat(made.path("changedBy").asText()).isEqualTo("night-shift");
        assertThat(made.path("description").asText()).isEqualTo("For the desk");
        await().atMost(PATIENCE).until(() -> show("steppe").at("/filling/state").asText(), "DONE"::equals);
        assertThat(show("steppe").at("/filling/articles").asInt()).isEqualTo(1);
        assertThat(refilled()).contains("past");
        assertThat(show("steppe").at("/matched/count").asInt()).isEqualTo(6);
        await().atMost(PATIENCE)
                .until(
                        () -> console.get("/api/v1/articles?route=steppe&since=2d")
                                .body(),
                        body -> body.contains("dam-5"));

        var changed = ok(send("PUT", "/steppe", "{\"expression\":\"region = UZ\",\"since\":\"1d\"}"), 200);
        assertThat(changed.path("expression").asText()).contains("'UZ'");
        assertThat(changed.has("description")).isFalse();
        var list = Json.parse(console.get("/api/v1/routes").body()).path("routes");
        assertThat(list.findValuesAsText("name")).contains("steppe");

        assertThat(send("DELETE", "/steppe?note=trial%20is%20over", "").statusCode())
                .isEqualTo(204);
        assertThat(console.get("/api/v1/routes/steppe").statusCode()).isEqualTo(404);
        assertThat(new AuditLog(console.kafka).entries())
                .filteredOn(entry -> entry.getSubject().equals("steppe"))
                .extracting(entry -> entry.getActor() + " " + entry.getAction() + " " + entry.getNote())
                .containsExactly(
                        "night-shift " + OperatorAction.SET_ROUTE + " For the desk",
                        "night-shift " + OperatorAction.SET_ROUTE + " null",
                        "night-shift " + OperatorAction.REMOVE_ROUTE + " trial is over");
    }

    private static JsonNode show(String name) throws Exception {
        return ok(console.send("GET", "/api/v1/routes/" + name, ""), 200);
    }

    private static List<String> refilled() {
        var keys = new ArrayList<String>();
        try (var consumer = Clients.consumer(console.kafka, "test", null, "earliest")) {
            PartitionReader.readToEnd(
                    consumer, console.kafka.topics().routeRefill().name(), record -> keys.add(record.key()));
        }
        return keys;
    }

    @Test
    void shouldNamePlaceAndMendOfWhatIsWrongInAnExpression() throws Exception {
        var answer = send(
                "PUT",
                "/steppe-energy",
                "{\"expression\":\"region = Kasachstan\",\"sinse\":\"7d\",\"since\":\"soon\"}");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = ok(answer, 400);
        assertThat(problem.path("errors").findValuesAsText("parameter"))
                .containsExactlyInAnyOrder("expression", "sinse", "since");
        var inExpression = problem.path("errors").findParents("position").get(0);
        assertThat(inExpression.path("position").asInt()).isEqualTo(9);
        assertThat(inExpression.path("detail").asText())
                .isEqualTo(
                        "character 10, before Kasachstan: no region is called 'Kasachstan'. Did you mean Kazakhstan?");
        assertThat(problem.toString()).contains("Did you mean since?");
        assertThat(console.get("/api/v1/routes").body()).doesNotContain("steppe-energy");
    }

    @Test
    void shouldLetNobodyActWithoutATokenOrFromElsewhere() throws Exception {
        var body = "{\"expression\":\"region = KZ\"}";
        for (var act : List.of("PUT /steppe", "DELETE /steppe", "POST /test")) {
            var method = act.split(" ")[0];
            var path = "/api/v1/routes" + act.split(" ")[1];
            var refused = console.send(method, path, body, "Content-Type", "application/json");
            assertThat(refused.statusCode()).as(act).isEqualTo(401);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(Json.parse(refused.body()).path("type").asText()).isEqualTo("urn:dateline:problem:refused");
            assertThat(console.send(
                                    method,
                                    path,
                                    body,
                                    "Authorization",
                                    SIGNED[1],
                                    "Content-Type",
                                    "application/json",
                                    "Origin",
                                    "https://evil.example")
                            .statusCode())
                    .as(act)
                    .isEqualTo(403);
        }
        assertThat(console.send("PUT", "/api/v1/routes/steppe", body, "Authorization", SIGNED[1])
                        .statusCode())
                .isEqualTo(415);
    }
}
