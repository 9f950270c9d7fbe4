package dev.dateline.standalone.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Prints for a person why an article is a copy. */
final class CopyText {
    private final PrintWriter out;

    CopyText(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode report) {
        head("article", report);
        if (!report.has("duplicateOf")) {
            line("verdict", "original, version " + report.get("version").asInt());
            return;
        }
        var kind = report.get("kind").asText().replace('_', ' ');
        line(
                "verdict",
                "%s, %.0f%% alike"
                        .formatted(kind, 100 * report.get("similarity").asDouble()));
        line(
                "",
                "%.0f%% of its phrases stand in the original"
                        .formatted(100 * report.get("containment").asDouble()));
        if (!report.has("original")) {
            line("original", report.get("duplicateOf").asText() + " (no longer in the topics)");
            return;
        }
        head("original", report.get("original"));
        passages("in both, mostly", report.get("shared"));
        passages("only in the copy", report.get("added"));
        passages("only in the original", report.get("missing"));
    }

    private void head(String name, JsonNode article) {
        line(name, article.get("title").asText());
        line("", article.get("url").asText());
    }

    private void passages(String name, JsonNode passages) {
        if (!passages.isEmpty()) {
            out.println(name);
            passages.forEach(passage -> out.println("  | " + passage.asText()));
        }
    }

    private void line(String name, String value) {
        out.printf("%-9s %s%n", name, value);
    }
}
