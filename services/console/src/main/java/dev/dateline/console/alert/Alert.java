package dev.dateline.console.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert of Prometheus, in the words of its rule. Texts are those of somebody else: a page shows them as text.
 *
 * @param firing false while its condition has not held for long enough
 * @param severity page, ticket, or what else the rule says; empty when it says nothing
 * @param since from when on its condition holds; null when Prometheus does not say
 * @param source the source that it is about; null when it is about none
 * @param labels what tells it from others of its name
 * @param runbook where the rule says what to do; empty when it does not
 */
public record Alert(
        String name,
        boolean firing,
        String severity,
        @Nullable Instant since,
        @Nullable String source,
        Map<String, String> labels,
        String summary,
        String impact,
        String causes,
        String actions,
        String runbook) {
    private static final int LONGEST_TEXT = 1_000;
    private static final String NAME = "alertname";
    private static final String SEVERITY = "severity";

    /** Reads an alert as {@code /api/v1/alerts} has it. */
    static Alert of(JsonNode node) {
        var labels = new LinkedHashMap<String, String>();
        node.path("labels").fields().forEachRemaining(label -> labels.put(label.getKey(), text(label.getValue())));
        var name = labels.remove(NAME);
        var severity = labels.remove(SEVERITY);
        var said = node.path("annotations");
        return new Alert(
                name == null ? "" : name,
                node.path("state").asText().equals("firing"),
                severity == null ? "" : severity,
                moment(node.path("activeAt").asText()),
                labels.get("source"),
                labels,
                text(said.path("summary")),
                text(said.path("impact")),
                text(said.path("causes")),
                text(said.path("actions")),
                text(said.path("runbook_url").asText().isEmpty() ? said.path("runbook") : said.path("runbook_url")));
    }

    private static String text(JsonNode node) {
        var text = node.asText();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static @Nullable Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
