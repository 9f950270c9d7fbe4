package dev.dateline.standalone.outage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of ours in a JVM of its own, on the class path of the test. */
public final class ChildJvm implements Server {
    private static final int PATIENCE_SECONDS = 40;

    private final String name;
    private final Path folder;
    private final List<String> command;
    private Process process;

    /**
     * Makes it; {@link #start} runs it.
     *
     * @param folder where the files NAME.out and NAME.err get what all its runs print
     * @param heap such as 1g
     */
    public ChildJvm(String name, Path folder, String heap, Class<?> main, List<String> arguments) {
        this.name = name;
        this.folder = folder;
        this.command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectOutput(appendTo(folder.resolve(name + ".out")))
                .redirectError(appendTo(errors()))
                .start();
    }

    private static ProcessBuilder.Redirect appendTo(Path file) {
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }

    /** What all its runs printed to the standard error, logs included. */
    public Path errors() {
        return folder.resolve(name + ".err");
    }

    /** The run of now, or the last one. */
    public Process process() {
        return process;
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of(process.toHandle());
    }

    @Override
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Asks it to end, and kills it when it does not. */
    public void stop() throws InterruptedException {
        if (process == null) {
            return;
        }
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
