package dev.dateline.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run's state: the user's own, which stays, or a temporary one that goes with the run.
 *
 * @param path where it is
 * @param temporary whether closing deletes it
 */
record DataFolder(Path path, boolean temporary) implements AutoCloseable {

    static DataFolder of(@Nullable Path chosen) throws IOException {
        return chosen == null
                ? new DataFolder(Files.createTempDirectory("dateline-demo"), true)
                : new DataFolder(chosen, false);
    }

    @Override
    public void close() throws IOException {
        if (!temporary) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
