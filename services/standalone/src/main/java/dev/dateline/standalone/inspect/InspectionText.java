package dev.dateline.standalone.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.pipeline.tag.TagLabels;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Prints an inspection for a person. */
final class InspectionText {
    private static final int MOST_EVIDENCE = 5;
    private static final int SHOWN = 160;

    private final TagLabels labels = TagLabels.load();
    private final PrintWriter out;

    InspectionText(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode report) {
        section("fetch", report.get("fetch"));
        var clean = report.get("clean");
        if (clean.has("dropped")) {
            section("clean", clean);
            return;
        }
        out.println("clean");
        clean(clean);
        section("dedup", report.get("dedup"));
        out.println("tag");
        report.get("tag").get("regions").forEach(tag -> tag(tag, labels.region(code(tag)), role(tag)));
        report.get("tag").get("themes").forEach(tag -> tag(tag, labels.theme(code(tag)), "theme"));
    }

    private void section(String name, JsonNode fields) {
        out.println(name);
        fields.fields().forEachRemaining(field -> line(field.getKey(), text(field.getValue())));
    }

    private void clean(JsonNode clean) {
        var text = clean.get("text").asText();
        clean.fields().forEachRemaining(field -> {
            switch (field.getKey()) {
                case "id", "canonicalUrl" -> {}
                case "text" ->
                    line("text", text.length() + " characters, " + text.split("\n\n", -1).length + " blocks");
                case "provenance" -> provenance(field.getValue());
                default -> line(field.getKey(), text(field.getValue()));
            }
        });
        var blocks = text.split("\n\n", -1);
        line("first", shorten(blocks[0]));
        line("last", shorten(blocks[blocks.length - 1]));
    }

    private void provenance(JsonNode claims) {
        claims.fields().forEachRemaining(claim -> {
            var text = text(claim.getValue());
            if (!text.isEmpty()) {
                line("from: " + claim.getKey(), text);
            }
        });
    }

    private static String code(JsonNode tag) {
        return tag.get("code").asText();
    }

    private static String role(JsonNode tag) {
        return tag.get("role").asText().toLowerCase(Locale.ROOT);
    }

    private void tag(JsonNode tag, String name, String role) {
        var evidence = StreamSupport.stream(tag.get("evidence").spliterator(), false)
                .limit(MOST_EVIDENCE)
                .map(piece -> "\"" + piece.get("text").asText() + "\" ("
                        + piece.get("field").asText() + " " + piece.get("start").asInt() + ")")
                .collect(Collectors.joining(", "));
        out.printf(
                "  %-10s %-30s %.2f  %s%n",
                role, name + " (" + code(tag) + ")", tag.get("score").asDouble(), evidence);
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            out.printf("  %-18s %s%n", name, shorten(value));
        }
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isDouble()) {
            return String.format(Locale.ROOT, "%.2f", value.asDouble());
        }
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.asText()));
        return String.join("; ", items);
    }

    private static String shorten(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ...";
    }
}
