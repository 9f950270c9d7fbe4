package dev.dateline.standalone.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** A file that a line of the input names: the raw bytes of a page or a feed. */
final class InputFile {
    private static final int MAX_BYTES = 16 << 20;
    private static final String GZIP = ".gz";

    private InputFile() {}

    /** Gives the bytes as a server would send them; a name that ends in {@code .gz} says that they are compressed. */
    static byte[] read(Path file) throws IOException {
        var name = Objects.requireNonNull(file.getFileName()).toString();
        try (InputStream plain = Files.newInputStream(file);
                InputStream stream = name.endsWith(GZIP) ? new GZIPInputStream(plain) : plain) {
            return stream.readNBytes(MAX_BYTES);
        }
    }
}
