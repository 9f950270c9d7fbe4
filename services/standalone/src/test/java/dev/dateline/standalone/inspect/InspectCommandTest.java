package dev.dateline.standalone.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.runtime.ServiceRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InspectCommandTest {
    private static final String PAGE = """
            <html lang="en"><head><title>Kazakhstan opens a dam</title></head><body><article><h1>Kazakhstan opens a dam</h1>
            <p>ASTANA - The government of Kazakhstan opened a dam on Tuesday, two years after the last gate was closed, and said that
            the reservoir behind it had reached its full level for the first time.</p>
            <p>Engineers in Kazakhstan will watch the pressure for a month before the turbines are started, and villages downstream
            have been told how they would be warned if anything went wrong.</p></article></body></html>
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private Path page;

    @BeforeEach
    void write() throws IOException {
        page = Files.writeString(folder.resolve("page.html"), PAGE);
    }

    @Test
    void shouldShowWhatEachStageDoes() {
        assertThat(run(page.toString())).isZero();
        assertThat(out.toString())
                .contains("fetch", "clean", "Kazakhstan opens a dam", "dedup", "original", "tag", "about", "KZ");
    }

    @Test
    void shouldGiveOneJsonObjectToAProgram() throws IOException {
        assertThat(run(page.toString(), "--json")).isZero();
        var report = new ObjectMapper().readTree(out.toString());
        assertThat(report.at("/clean/title").asText()).isEqualTo("Kazakhstan opens a dam");
        assertThat(report.at("/tag/regions").isArray()).isTrue();
    }

    @Test
    void shouldCompareWithAnEarlierPage() throws IOException {
        var copy = Files.writeString(folder.resolve("copy.html"), PAGE);
        assertThat(run(copy.toString(), "--against", page.toString(), "--json")).isZero();
        var dedup = new ObjectMapper().readTree(out.toString()).get("dedup");
        assertThat(dedup.get("verdict").asText()).isEqualTo("duplicate");
        assertThat(dedup.get("original").get("title").asText()).isEqualTo("Kazakhstan opens a dam");
        assertThat(dedup.get("shared")).isNotEmpty();
        assertThat(dedup.get("missing")).isEmpty();
    }

    @Test
    void shouldNameAFileThatIsNotThere() {
        assertThat(run(folder.resolve("nowhere.html").toString())).isEqualTo(2);
    }

    private int run(String... arguments) {
        return new CommandLine(new InspectCommand())
                .setOut(new PrintWriter(out, true))
                .setExecutionExceptionHandler(ServiceRunner::report)
                .execute(arguments);
    }
}
