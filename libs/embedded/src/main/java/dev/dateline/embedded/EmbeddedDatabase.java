package dev.dateline.embedded;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server as a child process, on the loopback interface. Its data stay in its folder from one start to the
 * next, also when this JVM was killed and left the server behind.
 */
public final class EmbeddedDatabase implements Service {
    private static final String UTF_8 = "C.UTF-8";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final int ORPHAN_SECONDS = 10;
    private static final String PID_FILE = "postmaster.pid";

    private final Path folder;
    private final boolean temporary;
    private final int port;
    private final Map<String, String> configuration;
    private @Nullable EmbeddedPostgres server;
    private volatile @Nullable ProcessHandle process;

    private EmbeddedDatabase(Path folder, boolean temporary, int port, Map<String, String> configuration) {
        this.folder = folder;
        this.temporary = temporary;
        this.port = port == 0 ? FreePorts.find(1).get(0) : port;
        this.configuration = configuration;
    }

    /**
     * A server that keeps its data in a folder.
     *
     * @param port where clients find it; 0 takes a free one now, so that {@link #url} is known before the start
     */
    public static EmbeddedDatabase in(Path folder, int port) {
        return new EmbeddedDatabase(folder, false, port, Map.of());
    }

    /** A running server on a free port with a temporary folder that {@link #close} deletes: for tests. */
    public static EmbeddedDatabase temporary() {
        return temporary(Map.of());
    }

    /** As {@link #temporary()}, with parameters of the server's own: TLS, who is let in. */
    public static EmbeddedDatabase temporary(Map<String, String> configuration) {
        var database = new EmbeddedDatabase(Folders.temporary("postgres"), true, 0, configuration);
        try {
            database.start();
        } catch (StartException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    /** The JDBC address, user included; connections from this machine need no password. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void start() throws StartException {
        Folders.requireWritable(folder);
        stop(); // one that ended by itself still holds the lock of its folder
        stopOrphan();
        try {
            var builder = localized(EmbeddedPostgres.builder());
            configuration.forEach(builder::setServerConfig);
            server = builder.setDataDirectory(folder.toAbsolutePath())
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(STARTUP)
                    .setServerConfig("fsync", temporary ? "off" : "on")
                    .setServerConfig("synchronous_commit", temporary ? "off" : "on")
                    .setRegisterShutdownHook(false)
                    .start();
            process = ProcessHandle.of(recordedPid()).orElse(null);
        } catch (IOException | IllegalStateException e) {
            throw new StartException(
                    "embedded PostgreSQL on port " + port,
                    "does not start: " + e.getMessage(),
                    "Is the port taken, or is " + folder + " in use or damaged? Give another port or folder.");
        }
    }

    /** Letters are the same whatever the machine speaks; extensions still ask the system, whose name for that Linux is sure to have. */
    private static EmbeddedPostgres.Builder localized(EmbeddedPostgres.Builder builder) {
        builder.setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", UTF_8);
        return System.getProperty("os.name", "").equals("Linux") ? builder.setLocaleConfig("lc-ctype", UTF_8) : builder;
    }

    /** Stops the server that a killed JVM left behind, by the process id that it wrote down. */
    private void stopOrphan() throws StartException {
        var pidFile = folder.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            var pid = recordedPid();
            var orphan = ProcessHandle.of(pid)
                    .filter(process -> isOurs(process.info().commandLine().orElse("")));
            if (orphan.isPresent()) {
                log.atWarn()
                        .addKeyValue("pid", pid)
                        .log("stopping the PostgreSQL server that a killed program left behind");
                orphan.get().destroy();
                orphan.get()
                        .onExit()
                        .orTimeout(ORPHAN_SECONDS, TimeUnit.SECONDS)
                        .join();
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException | NumberFormatException | CompletionException e) {
            throw new StartException(
                    pidFile.toString(),
                    "belongs to a server that does not stop",
                    "Stop the process whose id stands in its first line, then start again.");
        }
    }

    /** The process id that the server wrote down, in the first line. */
    private long recordedPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve(PID_FILE)).get(0).strip());
    }

    /** Process ids are used again: only a server on our folder is ours to stop. */
    private boolean isOurs(String commandLine) {
        return commandLine.contains("postgres")
                && commandLine.contains(folder.toAbsolutePath().toString());
    }

    @Override
    public Health health() {
        var running = process;
        if (running == null) {
            return Health.starting("not started");
        }
        return running.isAlive()
                ? Health.up("port " + port)
                : Health.failed("the server has ended; is the disk of " + folder + " full? Start again.");
    }

    /** Stops the server and keeps its data; {@link #start} goes on with them. */
    public void stop() {
        process = null;
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                log.atWarn().setCause(e).log("PostgreSQL did not stop cleanly; its data are safe");
            }
            server = null;
        }
    }

    /** Stops the server for the end of the JVM, also one that another thread is about to start. */
    public void abandon() {
        stop();
        try {
            stopOrphan();
        } catch (StartException e) {
            log.atWarn().setCause(e).log("PostgreSQL is left behind; the next start stops it");
        }
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(folder);
        }
    }
}
