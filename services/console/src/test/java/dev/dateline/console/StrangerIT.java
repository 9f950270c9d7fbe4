package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.kafka.topics.Topics;
import dev.dateline.runtime.Health;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that knows nothing of ours reads an article with the console as its schema registry. */
class StrangerIT {
    private static final Path SCRIPT = Path.of("src/test/python/read_enriched.py");

    @TempDir
    private Path folder;

    @Test
    void shouldLetAPythonClientReadAnArticle() throws Exception {
        var python = python();
        assumeThat(python)
                .as("SKIPPED: no Python with confluent_kafka and avro (Debian: python3-confluent-kafka, python3-avro)")
                .isPresent();
        try (var console = new RunningConsole(0)) {
            await().until(() -> console.service().health().state() == Health.State.UP);
            console.send(
                    Topics::enriched,
                    "read",
                    SampleNews.article("read", "Аны чоочун да окуй алат").build());

            var printed = run(
                    python.get(),
                    SCRIPT.toString(),
                    console.broker.bootstrap(),
                    console.address(""),
                    console.kafka.topics().enriched().name());

            assertThat(printed).isEqualTo("Аны чоочун да окуй алат");
        }
    }

    /** The system's Python comes second: another one may stand before it on the path. */
    private Optional<String> python() throws Exception {
        for (var candidate : List.of("python3", "/usr/bin/python3")) {
            if (run(candidate, "-c", "import confluent_kafka, avro.io; print('there')")
                    .equals("there")) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Runs a command; gives what it printed, empty when it failed. */
    private String run(String... command) throws Exception {
        var printed = folder.resolve("printed.txt");
        var builder = new ProcessBuilder(command)
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        try {
            var process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor() == 0
                    ? Files.readString(printed, StandardCharsets.UTF_8).strip()
                    : "";
        } catch (IOException e) {
            return "";
        }
    }
}
