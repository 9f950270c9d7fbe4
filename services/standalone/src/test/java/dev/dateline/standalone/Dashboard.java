package dev.dateline.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A dashboard of Grafana, as its file has it. */
record Dashboard(String file, JsonNode json) {
    private static final Path FOLDER = Path.of("..", "..", "deploy/grafana/dashboards");
    private static final JsonMapper MAPPER = new JsonMapper();

    static List<Dashboard> all() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var dashboards = new ArrayList<Dashboard>();
            for (var file : files.sorted().toList()) {
                dashboards.add(new Dashboard(file.getFileName().toString(), MAPPER.readTree(file.toFile())));
            }
            return dashboards;
        }
    }

    /** The panels, rows included, in the order of the file. */
    List<JsonNode> boxes() {
        return elements(json.path("panels")).toList();
    }

    /** The panels that show something. */
    List<JsonNode> panels() {
        return boxes().stream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    List<JsonNode> variables() {
        return elements(json.at("/templating/list")).toList();
    }

    /** The queries of all panels. */
    List<PromQuery> queries() {
        return panels().stream().flatMap(Dashboard::queries).toList();
    }

    static Stream<PromQuery> queries(JsonNode panel) {
        return elements(panel.path("targets"))
                .map(target -> new PromQuery(target.path("expr").asText()));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return file;
    }
}
