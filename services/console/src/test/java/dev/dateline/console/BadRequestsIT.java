package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.console.json.Json;
import dev.dateline.console.news.NewsTables;
import dev.dateline.console.news.OpenApi;
import dev.dateline.embedded.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong requests to every operation of the API are answered in words, and none reaches the database. */
class BadRequestsIT {
    private static final Path REQUESTS = Path.of("src/test/resources/dev/dateline/console/bad-requests.csv");
    private static final int FIELDS = 6;
    private static EmbeddedDatabase postgres;
    private static Connection connection;
    private static RunningConsole console;

    /** A line of the table. */
    record BadRequest(String operation, String method, String path, String body, int status, String words) {
        static BadRequest of(String line) {
            var fields =
                    Arrays.stream(line.split(";", FIELDS)).map(String::strip).toList();
            return new BadRequest(
                    fields.get(0),
                    fields.get(1),
                    fields.get(2),
                    fields.get(3),
                    Integer.parseInt(fields.get(4)),
                    fields.get(5));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedDatabase.temporary();
        connection = DriverManager.getConnection(postgres.url());
        new NewsTables(connection).run("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        console = new RunningConsole(0, Map.of(ConsoleConfig.DATABASE_URL.key(), postgres.url()));
    }

    @AfterAll
    static void stop() throws Exception {
        console.close();
        connection.close();
        postgres.close();
    }

    static List<BadRequest> requests() throws Exception {
        return Files.readAllLines(REQUESTS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(BadRequest::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void shouldSayWhatIsWrong(BadRequest request) throws Exception {
        var answer = console.send(
                request.method(),
                request.path(),
                request.body(),
                "Authorization",
                "Bearer " + RunningConsole.TOKEN,
                "Content-Type",
                "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(request.status());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = Json.parse(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(request.status());
        assertThat(problem.toString()).contains(Json.text(request.words()).replaceAll("^\"|\"$", ""));
    }

    @Test
    void shouldTryEveryOperationThatTakesAnything() throws Exception {
        var operations = new ArrayList<String>();
        new YAMLMapper()
                .readTree(console.get(OpenApi.PATH).body())
                .path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("parameters") || operation.has("requestBody")) {
                        operations.add(operation.path("operationId").asText());
                    }
                }));

        var tried = new TreeSet<String>();
        requests().forEach(request -> tried.add(request.operation()));
        assertThat(operations).hasSizeGreaterThan(8).containsExactlyInAnyOrderElementsOf(tried);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/articles?q=%ZZ",
                "/api/v1/articles?q=%",
                "/api/v1/articles?q=%ED%A0%80",
                "/api/v1/articles?outlet=%C0%80",
                "/api/v1/articles?region=%FF",
                "/api/v1/articles?%00=1",
                "/api/v1/articles?&&==&",
                "/api/v1/articles/%ED%A0%80",
                "/api/v1/articles/%ZZ",
                "/api/v1/stories/%C0%80",
                "/api/v1/routes/%ED%A0%80",
                "/feeds/articles.atom?q=%ED%A0%80",
                "/feeds/articles.json?title=%E0%80",
                "/events?q=%ZZ",
                "/events?text=%ED%A0%80&outlet=%",
                "/api/articles?text=%ZZ",
                "/api/traces?of=%00",
                "/api/traces?of=%ED%A0%80"
            })
    void shouldTakeBytesThatAreNoTextForAMistakeOfTheClient(String path) throws Exception {
        assertThat(RawRequest.statusLine(console.service().port(), path, "localhost"))
                .matches("HTTP/1.1 (200|400|404) .*");
    }
}
