package dev.dateline.standalone.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An {@link Instance} in a JVM of its own, with the options of this one. */
final class InstanceProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;
    private final Path log;

    private InstanceProcess(Process process, Path log) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.log = log;
    }

    /**
     * Starts it; {@link #awaitReady} waits for it.
     *
     * @param options of its JVM, beside those of this one
     * @param log where its log goes
     */
    static InstanceProcess start(List<String> options, List<String> settings, Path log) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), Instance.class.getName()));
        command.addAll(settings);
        return new InstanceProcess(
                new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    }

    private static String absolute(String classPath) {
        var entries = new ArrayList<String>();
        for (var entry : classPath.split(File.pathSeparator, -1)) {
            entries.add(
                    entry.isEmpty() ? entry : Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    void awaitReady() throws IOException {
        read();
    }

    /** Gives the CPU time of all its threads, without disturbing it. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    Snapshot snapshot() throws IOException {
        return ask("now");
    }

    /** Has it collect its garbage first. */
    Snapshot settled() throws IOException {
        return ask(Instance.SETTLED);
    }

    private Snapshot ask(String line) throws IOException {
        questions.write(line + "\n");
        questions.flush();
        return read();
    }

    private Snapshot read() throws IOException {
        var line = answers.readLine();
        // The recorder of a JVM tells of itself on the standard output
        while (line != null && !line.startsWith("{")) {
            line = answers.readLine();
        }
        if (line == null) {
            throw new IOException("an instance has ended; its log is " + log);
        }
        return json.readValue(line, Snapshot.class);
    }

    @Override
    public void close() throws IOException {
        questions.close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
