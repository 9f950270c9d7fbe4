package dev.dateline.standalone.outage;

import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.runtime.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server that is killed with all its processes, as when the power fails: one that is left would keep the next server from
 * starting until it notices.
 */
final class Database implements Server {
    private final Path folder;
    private final EmbeddedDatabase database;
    private ProcessHandle process;

    Database(Path folder, int port) {
        this.folder = folder.resolve("postgres");
        this.database = EmbeddedDatabase.in(this.folder, port);
    }

    String url() {
        return database.url();
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void start() throws StartException {
        database.start();
        process = ProcessHandle.of(processId()).orElseThrow();
    }

    private long processId() {
        try {
            return Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    /** The server alone: it ends its processes itself. */
    @Override
    public void ask() {
        process.destroy();
    }

    @Override
    public void kill() {
        var all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }
}
