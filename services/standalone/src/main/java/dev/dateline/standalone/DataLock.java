package dev.dateline.standalone;

import dev.dateline.runtime.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second program off a data folder. The system takes the lock back when a program dies, however it dies. */
final class DataLock implements AutoCloseable {
    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder, which is made when it is not there.
     *
     * @throws StartException when another program has it, or nobody may write there
     */
    static DataLock take(Path data) throws StartException {
        try {
            Files.createDirectories(data);
            var channel =
                    FileChannel.open(data.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return new DataLock(channel);
                }
            } catch (OverlappingFileLockException e) {
                // This very JVM has it: the same answer.
            }
            channel.close();
        } catch (IOException e) {
            throw new StartException(
                    "--data " + data, "cannot be written to", "Give a folder that this user may write to.");
        }
        throw new StartException(
                "--data " + data, "is in use by another Dateline", "Stop that one, or give another folder.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
