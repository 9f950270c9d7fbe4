package dev.dateline.standalone.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Runs a stage over a file of JSON Lines, gzip or not by its name, in the order of the lines. */
final class JsonLines {
    static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final String GZIP = ".gz";

    private JsonLines() {}

    /** Answers one object with another. */
    @FunctionalInterface
    interface Answer {
        ObjectNode to(ObjectNode input) throws IOException;
    }

    /** How a run ended. */
    record Counts(long lines, long errors, Optional<String> firstError) {}

    static Counts run(Path input, Path output, Answer stage, Progress progress) throws IOException {
        var lines = 0L;
        var errors = 0L;
        var firstError = Optional.<String>empty();
        try (var reader = reader(input);
                var writer = writer(output)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines++;
                if (line.isBlank()) {
                    continue;
                }
                var answer = answer(line, lines, stage);
                if (answer.has("error")) {
                    errors++;
                    firstError =
                            firstError.or(() -> Optional.of(answer.path("error").asText()));
                }
                writer.write(JSON.writeValueAsString(answer));
                writer.write('\n');
                progress.show(lines, errors);
            }
        }
        return new Counts(lines, errors, firstError);
    }

    /** What the person at the terminal sees. */
    @FunctionalInterface
    interface Progress {
        void show(long lines, long errors);
    }

    private static ObjectNode answer(String line, long number, Answer stage) {
        ObjectNode input;
        try {
            if (!(JSON.readTree(line) instanceof ObjectNode object)) {
                return error(number, "is JSON, but no object");
            }
            input = object;
        } catch (JsonProcessingException e) {
            return error(number, "is no JSON: " + e.getOriginalMessage());
        }
        if (input.hasNonNull("dropped") || input.hasNonNull("error")) {
            return input; // an earlier stage of a pipe has ended it, and said so
        }
        try {
            return stage.to(input);
        } catch (IOException | RuntimeException e) {
            // One record's failure is an answer of its own; the run goes on.
            var failed = JSON.createObjectNode();
            failed.set("id", input.get("id"));
            return failed.put("error", said(e));
        }
    }

    /** What to tell of a failure: of what we refuse and of files in words, of a surprise all that it says. */
    private static String said(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file: " + failure.getMessage();
        }
        return failure instanceof IllegalArgumentException ? String.valueOf(failure.getMessage()) : failure.toString();
    }

    private static ObjectNode error(long line, String what) {
        return JSON.createObjectNode().put("line", line).put("error", "line " + line + " " + what);
    }

    private static BufferedReader reader(Path file) throws IOException {
        var stream = Files.newInputStream(file);
        return new BufferedReader(
                new InputStreamReader(isGzip(file) ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8));
    }

    private static BufferedWriter writer(Path file) throws IOException {
        var stream = Files.newOutputStream(file);
        return new BufferedWriter(
                new OutputStreamWriter(isGzip(file) ? new GZIPOutputStream(stream) : stream, StandardCharsets.UTF_8));
    }

    private static boolean isGzip(Path file) {
        return file.toString().endsWith(GZIP);
    }
}
