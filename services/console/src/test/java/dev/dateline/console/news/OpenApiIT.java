package dev.dateline.console.news;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.console.live.LiveParameters;
import dev.dateline.console.search.QueryParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document says what the server does. */
class OpenApiIT {
    private static final List<String> SEARCHES =
            List.of("/api/v1/articles", "/feeds/articles.atom", "/feeds/articles.json");
    private static RunningNews news;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        news = new RunningNews();
        news.tables.article(
                "dam", Instant.parse("2026-03-01T12:00:00Z"), "kk", "A dam is opened", "The dam was built.");
        news.tables.region("dam", "KZ", "ABOUT");
        news.tables.theme("dam", "medtop:04000000");
        news.tables.copy("copy", "dam", Instant.parse("2026-03-01T13:00:00Z"));
        document = new YAMLMapper().readTree(news.get(OpenApi.PATH).body());
    }

    @AfterAll
    static void stop() throws Exception {
        news.close();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    @Test
    void shouldDescribeEveryOperation() {
        var described = new ArrayList<String>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> described.add(method + " " + path.getKey())));
        assertThat(described).containsExactlyInAnyOrderElementsOf(news.operations());
    }

    @Test
    void shouldDescribeEveryParameterOfASearchAndOfTheLiveFeed() {
        for (var path : SEARCHES) {
            assertThat(parameters(path, "query")).as(path).containsExactlyInAnyOrderElementsOf(QueryParameters.NAMES);
        }
        assertThat(parameters("/events", "query")).containsExactlyInAnyOrderElementsOf(LiveParameters.NAMES);
    }

    private static List<String> parameters(String path, String in) {
        var names = new ArrayList<String>();
        for (var parameter : document.path("paths").path(path).at("/get/parameters")) {
            if (resolved(parameter).path("in").asText().equals(in)) {
                names.add(resolved(parameter).path("name").asText());
            }
        }
        return names;
    }

    @Test
    void shouldAnswerTheExamplesWithTheTypesItNames() throws Exception {
        for (var path : SEARCHES) {
            var operation = document.path("paths").path(path).path("get");
            var query = new ArrayList<String>();
            operation.path("parameters").forEach(parameter -> {
                var example = resolved(parameter).path("example");
                var value = example.isArray() ? example.get(0) : example;
                if (!value.isMissingNode()) {
                    query.add(resolved(parameter).path("name").asText() + "=" + value.asText());
                }
            });

            var answer = news.get(path + "?" + String.join("&", query));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(
                            operation.at("/responses/200/content").fieldNames().next());
            assertThat(answer.body()).contains("A dam is opened");
        }
    }

    @Test
    void shouldAnswerAsTheSchemasSay() throws Exception {
        hold(news.json("/api/v1/articles"), "Page");
        hold(news.json("/api/v1/articles").at("/articles/0"), "Article");
        hold(news.json("/api/v1/articles/dam"), "FullArticle");
        hold(news.json("/api/v1/articles/copy"), "FullArticle");
        hold(news.json("/api/v1/stories/dam"), "Story");
        hold(news.json("/api/v1/stories/none"), "Problem");
        hold(news.json("/api/v1/articles?limit=x"), "Problem");
    }

    @Test
    void shouldShowThePathsAndParametersToPeople() throws Exception {
        var page = news.get(OpenApi.PAGE_PATH);

        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body())
                .contains(
                        "<h2>GET /api/v1/articles/{id}</h2>",
                        "<h2>PUT /api/v1/routes/{name}</h2>",
                        "<th scope=\"row\">until",
                        "&quot;a phrase&quot;");
    }

    /** What a schema requires is there, and nothing is that it does not name. */
    private static void hold(JsonNode answer, String name) {
        var schema = document.at("/components/schemas/" + name);
        schema.path("required")
                .forEach(field -> assertThat(answer.has(field.asText()))
                        .as(name + "." + field)
                        .isTrue());
        answer.fieldNames()
                .forEachRemaining(field -> assertThat(schema.path("properties").has(field))
                        .as(name + "." + field)
                        .isTrue());
    }
}
