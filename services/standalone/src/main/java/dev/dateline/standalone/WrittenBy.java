package dev.dateline.standalone;

import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.runtime.BuildInfo;
import dev.dateline.runtime.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Which program wrote to a data folder last. One that does not know the schemas of what is there would take records for broken and
 * send them all to the dead letters, so it does not start. (The tables have a version of their own, which the sink looks at.)
 *
 * @param version of the program, for people
 * @param newestSchema largest id of a schema that it may have written with
 */
record WrittenBy(String version, int newestSchema) {
    private static final String FILE = "written-by.properties";
    private static final String VERSION = "version";
    private static final String NEWEST_SCHEMA = "newest-schema";

    /** This program. */
    static WrittenBy us() {
        var newest = ReleasedSchemas.load().all().stream()
                .mapToInt(ReleasedSchemas.Release::id)
                .max()
                .orElseThrow();
        return new WrittenBy(BuildInfo.version(), newest);
    }

    /**
     * Notes in a folder that this program writes there now.
     *
     * @throws StartException when a newer program has written there
     */
    void sign(Path data) throws StartException {
        var file = data.resolve(FILE);
        try {
            var before = read(file);
            if (before != null && before.newestSchema() > newestSchema) {
                throw new StartException(
                        "--data " + data,
                        "was written by Dateline " + before.version() + ", which is newer than this one (" + version
                                + ")",
                        "Run that version or a newer one, or go back to a copy of the folder from before the upgrade.");
            }
            write(file);
        } catch (IOException | NumberFormatException e) {
            throw new StartException(
                    file.toString(),
                    "cannot be read or written (" + e.getMessage() + ")",
                    "Let this user read and write it; is the disk full?");
        }
    }

    private static @Nullable WrittenBy read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return null;
        }
        var noted = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            noted.load(in);
        }
        return new WrittenBy(noted.getProperty(VERSION, "?"), Integer.parseInt(noted.getProperty(NEWEST_SCHEMA, "0")));
    }

    /** Aside and moved, so that no half file is left behind by a full disk. */
    private void write(Path file) throws IOException {
        var aside = file.resolveSibling(FILE + ".new");
        Files.writeString(
                aside,
                "# Which Dateline wrote here last; an older one that does not know its schemas refuses this folder.\n"
                        + VERSION + "=" + version + "\n" + NEWEST_SCHEMA + "=" + newestSchema + "\n");
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
