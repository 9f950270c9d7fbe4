package dev.dateline.console.subscribe;

import static dev.dateline.console.web.Html.escaped;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Shows the description of the topics to people, as plain HTML. */
final class AsyncApiPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <title>%1$s: the topics</title>
            <h1>%1$s: the topics</h1>
            <p>%2$s</p>
            <p>For programs: <a href="%3$s">%3$s</a>; the schemas: <a href="/subjects">/subjects</a>. Searches and feeds: <a href="/api">/api</a></p>
            <h2>Read one now</h2>
            <pre>kcat -b %4$s -t %5$s -C -e -q -X isolation.level=read_committed -f '%%k %%h\\n'
            ./dateline tail --since 1h --set kafka.bootstrap=%4$s
            /usr/bin/python3 docs/examples/read_enriched.py %4$s %6$s %5$s</pre>
            <h2>Topics</h2>
            <table>
            <caption>What to subscribe to. Brokers: %4$s; schema registry: <a href="%6$s/subjects">%6$s</a></caption>
            <tr><th scope="col">Topic<th scope="col">What<th scope="col">Key<th scope="col">Value<th scope="col">When it is null<th scope="col">Partitions<th scope="col">Kept
            %7$s
            </table>
            %8$s
            <h2>Headers</h2>
            %9$s
            %10$s
            </html>
            """;
    private static final String TABLE = """
            <table>
            <caption>%s</caption>
            <tr><th scope="col">%s<th scope="col">Meaning<th scope="col">%s
            %s
            </table>
            """;
    private static final String MEMBERS = """
            <h2 id="%1$s">%2$s</h2>
            <table>
            <caption>%3$s</caption>
            <tr><th scope="col">Topic<th scope="col">Name<th scope="col">Code
            %4$s
            </table>
            """;

    private final JsonNode document;

    private AsyncApiPage(JsonNode document) {
        this.document = document;
    }

    static String of(JsonNode document) {
        return new AsyncApiPage(document).html();
    }

    private String html() {
        var channels = document.path("channels").properties();
        var server = document.path("servers").path("kafka");
        return PAGE.formatted(
                text(document.at("/info/title")),
                text(document.at("/info/description")),
                AsyncApiRoutes.PATH,
                text(server.path("host")),
                text(channels.iterator().next().getValue().path("address")),
                text(server.at("/bindings/kafka/schemaRegistryUrl")),
                channels.stream().map(this::row).collect(Collectors.joining("\n")),
                channels.stream().map(AsyncApiPage::members).collect(Collectors.joining()),
                headers(),
                records());
    }

    private String row(Map.Entry<String, JsonNode> named) {
        var channel = named.getValue();
        var messages = StreamSupport.stream(channel.path("messages").spliterator(), false)
                .map(this::resolved)
                .toList();
        var value = messages.get(0);
        var name = text(value.path("name"));
        var binding = channel.at("/bindings/kafka");
        var address = text(channel.path("address"));
        return cells(
                        channel.at("/parameters").findValue("enum") == null
                                ? address
                                : "<a href=\"#" + named.getKey() + "\">" + address + "</a>",
                        text(channel.path("description")),
                        text(value.at("/bindings/kafka/key/description")))
                + "<td><a href=\"#" + name + "\">" + name + "</a><td>"
                + (messages.size() == 1 ? "never" : text(messages.get(1).path("summary")))
                + "<td>" + binding.path("partitions").asInt()
                + "<td>" + kept(binding);
    }

    /** In the days that people count in; the newest of each key when the rest is compacted away. */
    private static String kept(JsonNode binding) {
        var configuration = binding.path("topicConfiguration");
        var retention = configuration.path("retention.ms").asLong();
        var time = retention < 0 ? "for ever" : Duration.ofMillis(retention).toDays() + " days";
        var lag = binding.path("x-min.compaction.lag.ms").asLong();
        if (!configuration.path("cleanup.policy").toString().contains("compact")) {
            return time;
        }
        return "the newest of each key " + time
                + (lag == 0 ? "" : ", every one " + Duration.ofMillis(lag).toDays() + " days");
    }

    private static String members(Map.Entry<String, JsonNode> named) {
        var channel = named.getValue();
        var members = channel.path("parameters").findValue("x-members");
        if (members == null) {
            return "";
        }
        var address = channel.path("address").asText();
        var rows = StreamSupport.stream(members.spliterator(), false)
                .map(member -> cells(
                        escaped(address.replaceFirst(
                                "\\{\\w+}", member.path("member").asText())),
                        text(member.path("label")),
                        text(member.path("code"))))
                .collect(Collectors.joining("\n"));
        return MEMBERS.formatted(named.getKey(), escaped(address), text(channel.path("description")), rows);
    }

    private String headers() {
        var rows = document.at("/components/schemas/TombstoneHeaders/properties").properties().stream()
                .map(header -> cells(
                        escaped(header.getKey()),
                        text(header.getValue().path("description")),
                        example(header.getValue())))
                .collect(Collectors.joining("\n"));
        return TABLE.formatted("With every article", "Header", "Values", rows);
    }

    private static String example(JsonNode header) {
        var values = header.path("enum");
        return values.isMissingNode()
                ? "such as " + text(header.at("/examples/0"))
                : StreamSupport.stream(values.spliterator(), false)
                        .map(AsyncApiPage::text)
                        .collect(Collectors.joining(", "));
    }

    private String records() {
        var records = new RecordTables();
        document.at("/components/schemas").forEach(schema -> {
            if (schema.has("schemaFormat")) {
                records.add(schema.path("schema"));
            }
        });
        return records.html();
    }

    private JsonNode resolved(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    static String cells(String first, String second, String third) {
        return "<tr><th scope=\"row\">" + first + "<td>" + second + "<td>" + third;
    }

    private static String text(JsonNode node) {
        return escaped(node.asText());
    }
}
