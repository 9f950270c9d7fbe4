package dev.dateline.standalone.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What comes out of one stage goes into the next as it is. */
class StagePipeTest {
    private static final String PROSE =
            "The parliament of Kazakhstan voted on Monday for a new law on the water of the Syr Darya, after a debate of nine hours. "
                    + "Ministers in Astana said that the canals lose a third of it before it reaches the fields. "
                    + "The opposition called the vote premature and asked for a commission.";

    @TempDir
    Path folder;

    @Test
    void shouldPipeFromCleaningToTags() throws IOException {
        Files.writeString(
                folder.resolve("a.html"),
                "<html lang=en><head><title>Water law</title></head><body><article><h1>Water law passes in Astana</h1><p>"
                        + PROSE + "</p><p>" + PROSE.replace("Monday", "Tuesday") + "</p></article></body></html>");
        Files.writeString(
                folder.resolve("pages.jsonl"),
                "{\"id\":\"1\",\"url\":\"https://a.example/1\",\"file\":\"a.html\"}\n"
                        + "{\"id\":\"2\",\"url\":\"https://b.example/1\",\"file\":\"a.html\"}\n"
                        + "{\"id\":\"3\",\"url\":\"https://a.example/3\",\"file\":\"missing.html\"}\n");

        assertThat(stage("clean", "pages.jsonl", "clean.jsonl")).isEqualTo(1);
        assertThat(stage("dedup", "clean.jsonl", "dedup.jsonl")).isEqualTo(1);
        assertThat(stage("tag", "dedup.jsonl", "tags.jsonl")).isEqualTo(1);

        var verdicts = lines("dedup.jsonl");
        assertThat(verdicts)
                .extracting(line -> line.path("verdict").asText(""))
                .containsExactly("ORIGINAL", "DUPLICATE", "");
        var tags = lines("tags.jsonl");
        assertThat(tags.get(0).path("regions").findValuesAsText("code")).contains("KZ");
        assertThat(tags.get(2).path("error").asText()).contains("no such file").contains("missing.html");
    }

    @Test
    void shouldSayThatThereIsNothingToTag() throws IOException {
        Files.writeString(folder.resolve("in.jsonl"), "{\"id\":\"1\",\"verdict\":\"ORIGINAL\"}\n");
        assertThat(stage("tag", "in.jsonl", "out.jsonl")).isEqualTo(1);
        assertThat(lines("out.jsonl").get(0).path("error").asText())
                .isEqualTo("has neither title nor text: nothing to tag");
    }

    private int stage(String name, String input, String output) {
        var quiet = new PrintWriter(new StringWriter());
        return new CommandLine(new StageCommand())
                .setOut(quiet)
                .setErr(quiet)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(
                        name,
                        "--input",
                        folder.resolve(input).toString(),
                        "--output",
                        folder.resolve(output).toString());
    }

    private List<JsonNode> lines(String name) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(folder.resolve(name))) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
