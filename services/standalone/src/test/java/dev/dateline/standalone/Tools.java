package dev.dateline.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs of the system that some tests use, where they are there. */
final class Tools {
    private static final int SECONDS = 60;

    private Tools() {}

    /** Finds a Python that has a Kafka client and Avro; the system's own comes second, as another may stand before it. */
    static Optional<String> python() throws Exception {
        var folder = Files.createTempDirectory("dateline-python");
        for (var candidate : List.of("python3", "/usr/bin/python3")) {
            if (run(folder, candidate, "-c", "import confluent_kafka, avro.io; print('there')").equals("there")) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static boolean has(String program) throws Exception {
        return !run(Files.createTempDirectory("dateline-which"), "which", program).isEmpty();
    }

    /** Runs a command; gives what it printed, empty when it failed. */
    static String run(Path folder, String... command) throws InterruptedException, IOException {
        var printed = Files.createTempFile(folder, "printed", ".txt");
        var builder = new ProcessBuilder(command)
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        try {
            var process = builder.start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor() == 0 ? Files.readString(printed, StandardCharsets.UTF_8).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
