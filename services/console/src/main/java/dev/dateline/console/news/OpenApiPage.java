package dev.dateline.console.news;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.console.web.Html;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows the description of the API to people, as plain HTML. */
final class OpenApiPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <title>%1$s: the API</title>
            <h1>%1$s: the API</h1>
            <p>%2$s</p>
            <p>For programs: <a href="%3$s">%3$s</a></p>
            %4$s
            </html>
            """;
    private static final String OPERATION = """
            <h2>%s %s</h2>
            <p>%s</p>
            %s
            """;
    private static final String PARAMETERS = """
            <table>
            <caption>Parameters</caption>
            <tr><th scope="col">Name<th scope="col">Meaning<th scope="col">Example
            %s
            </table>""";

    private static final String BODY = """
            <table>
            <caption>Fields of the JSON object in the body</caption>
            <tr><th scope="col">Name<th scope="col">Meaning
            %s
            </table>
            <p>Like <code>%s</code></p>""";

    private final JsonNode document;

    private OpenApiPage(JsonNode document) {
        this.document = document;
    }

    static String of(byte[] yaml) {
        try {
            return new OpenApiPage(new YAMLMapper().readTree(yaml)).html();
        } catch (IOException e) {
            throw new UncheckedIOException("the description of the API is no YAML", e);
        }
    }

    private String html() {
        var operations = new ArrayList<String>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(operation ->
                                operations.add(operation(operation.getKey(), path.getKey(), operation.getValue()))));
        return PAGE.formatted(
                escaped(document.at("/info/title")),
                escaped(document.at("/info/description")),
                OpenApi.PATH,
                String.join("", operations));
    }

    private String operation(String method, String path, JsonNode operation) {
        var said = escaped(operation.path("summary")) + ". " + escaped(operation.path("description"))
                + (operation.has("security") ? " Needs a token." : "");
        var parameters = parameters(operation.path("parameters"));
        var body = body(operation.at("/requestBody/content/application~1json"));
        return OPERATION.formatted(method.toUpperCase(Locale.ROOT), path, said, parameters + body);
    }

    private static String body(JsonNode body) {
        if (body.isMissingNode()) {
            return "";
        }
        var rows = new ArrayList<String>();
        body.at("/schema/properties")
                .fields()
                .forEachRemaining(field -> rows.add("<tr><th scope=\"row\">" + field.getKey() + "<td>"
                        + escaped(field.getValue().path("description"))));
        return BODY.formatted(String.join("\n", rows), escaped(body.path("example")));
    }

    private String parameters(JsonNode parameters) {
        var rows = new ArrayList<JsonNode>();
        parameters.forEach(parameter -> rows.add(resolved(parameter)));
        return rows.isEmpty() ? "" : PARAMETERS.formatted(rows(rows));
    }

    private static String rows(List<JsonNode> parameters) {
        return parameters.stream()
                .map(parameter -> "<tr><th scope=\"row\">" + escaped(parameter.path("name")) + "<td>"
                        + escaped(parameter.path("description")) + "<td>" + escaped(example(parameter)))
                .collect(Collectors.joining("\n"));
    }

    private static JsonNode example(JsonNode parameter) {
        var example = parameter.path("example");
        return example.isArray() ? example.path(0) : example;
    }

    private JsonNode resolved(JsonNode parameter) {
        var reference = parameter.path("$ref").asText();
        return reference.isEmpty() ? parameter : document.at(reference.substring(1));
    }

    private static String escaped(JsonNode text) {
        return Html.escaped(text.isContainerNode() ? text.toString() : text.asText());
    }
}
