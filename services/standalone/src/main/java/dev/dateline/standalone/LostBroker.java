package dev.dateline.standalone;

import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.runtime.ServiceRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The end of a program whose broker cannot write its log any more, mostly since the disk is full. The services cannot be closed in
 * good order then, as each would wait for the broker; they need not be, since what was not committed is done again.
 */
final class LostBroker {
    /** Below this a disk is full for Kafka, PostgreSQL and RocksDB, which take space in larger pieces. */
    private static final long FULL_BYTES = 16L << 20;

    private LostBroker() {}

    /** Says what happened, stops the database, and ends the JVM. */
    static void end(Path folder, EmbeddedDatabase database) {
        System.err.println(text(folder));
        database.abandon();
        Runtime.getRuntime().halt(ServiceRunner.FAILED);
    }

    static String text(Path folder) {
        try {
            var free = Files.getFileStore(folder).getUsableSpace();
            if (free < FULL_BYTES) {
                return "Kafka has stopped: the disk of %s is full (%d KB free). Make room, then start again; nothing is lost."
                        .formatted(folder.toAbsolutePath(), free >> 10);
            }
        } catch (IOException e) {
            // Not even that can be asked: the folder is gone
        }
        return "Kafka has stopped: it cannot write to %s; the log above says why. Mend the disk, then start again."
                .formatted(folder.toAbsolutePath());
    }
}
