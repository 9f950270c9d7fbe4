package dev.dateline.standalone.archive;

import dev.dateline.runtime.StartException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A file of captures.
 *
 * @param id of how its content begins: the same when it is moved, renamed or fetched again because its end was missing
 */
record Archive(Path file, String id) {
    private static final int HEAD_BYTES = 64 << 10;
    private static final int ID_BYTES = 8;

    /** Looks at a file. */
    static Archive at(Path file) throws StartException {
        try (var channel = FileChannel.open(file)) {
            var head = ByteBuffer.allocate(HEAD_BYTES);
            while (head.hasRemaining() && channel.read(head) >= 0) {}
            var digest = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(head.array(), head.position()));
            return new Archive(file, HexFormat.of().formatHex(digest, 0, ID_BYTES));
        } catch (IOException e) {
            throw new StartException(file.toString(), "cannot be read", "Give a WARC file (.warc or .warc.gz).");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
