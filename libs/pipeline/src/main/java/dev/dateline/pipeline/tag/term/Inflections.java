package dev.dateline.pipeline.tag.term;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The table of {@link Inflection}s by language, read from {@code inflections.yaml}. */
public final class Inflections {
    private final Map<String, Inflection> byLanguage = new HashMap<>();

    public Inflections(JsonNode table) {
        table.properties().forEach(entry -> byLanguage.put(entry.getKey(), parse(entry.getValue())));
    }

    /** Gives how words change in a language; in an unknown one they don't. */
    public Inflection of(String language) {
        return byLanguage.getOrDefault(language, Inflection.NONE);
    }

    private static Inflection parse(JsonNode entry) {
        return new Inflection(
                pattern(entry, "cut"),
                pattern(entry, "endings"),
                pattern(entry, "residents"),
                pattern(entry, "prefixes"),
                entry.path("apostrophe").asText("").equals("splits"),
                entry.path("apostrophe").asText("").equals("possessive"),
                entry.path("minStem").asInt(1));
    }

    private static Pattern pattern(JsonNode entry, String field) {
        return Pattern.compile(entry.path(field).asText(""));
    }
}
