package dev.dateline.pipeline.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Boilerplate that an operator knows from the sources at hand, beside what comes with the program. Case and punctuation do not
 * matter.
 *
 * @param alone lines that go wherever they stand alone
 * @param beginnings of short lines that go at the head or the end of a text
 * @param closings lines that begin the end of a page: the rest goes when it holds little text
 * @param disclaimers phrases that make a short line at the head or the end go
 */
public record OwnLines(List<String> alone, List<String> beginnings, List<String> closings, List<String> disclaimers) {
    public static final OwnLines NONE = new OwnLines(List.of(), List.of(), List.of(), List.of());

    /** A list of more is no list that a person keeps. */
    private static final int MOST = 10_000;

    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public OwnLines(
            @Nullable List<String> alone,
            @Nullable List<String> beginnings,
            @Nullable List<String> closings,
            @Nullable List<String> disclaimers) {
        this.alone = checked(alone);
        this.beginnings = checked(beginnings);
        this.closings = checked(closings);
        this.disclaimers = checked(disclaimers);
    }

    private static List<String> checked(@Nullable List<String> lines) {
        if (lines == null) {
            return List.of();
        }
        if (lines.size() > MOST) {
            throw new IllegalArgumentException("a list has more than " + MOST + " lines");
        }
        lines.stream()
                .filter(line -> line == null || Line.plain(line).isEmpty())
                .findFirst()
                .ifPresent(line -> {
                    throw new IllegalArgumentException("\"" + line + "\" has no letter");
                });
        return List.copyOf(lines);
    }

    /**
     * Reads a YAML file whose keys are the names of the lists above; each may be absent.
     *
     * @throws IllegalArgumentException when it is none, with the place
     */
    public static OwnLines parse(String yaml) {
        try {
            var lines = YAML.readValue(yaml, OwnLines.class);
            return lines == null ? NONE : lines;
        } catch (JsonProcessingException e) {
            var where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw new IllegalArgumentException(
                    where + e.getOriginalMessage().lines().findFirst().orElse(""), e);
        }
    }
}
