package dev.dateline.pipeline.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Decompresses files that are gzip by themselves (RFC 1952), whatever encoding they were sent in. */
final class Gunzip {
    private static final int CHUNK = 8 << 10;

    private Gunzip() {}

    /**
     * Gives what is in a compressed file, as far as it is intact, or the bytes themselves when they are not compressed.
     *
     * @param most bytes that are decompressed; the rest is left out
     */
    static byte[] head(byte[] bytes, int most) {
        if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
            return bytes;
        }
        var plain = new ByteArrayOutputStream(CHUNK);
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(bytes), CHUNK)) {
            var chunk = new byte[CHUNK];
            for (int read = 0; read >= 0 && plain.size() < most; ) {
                plain.write(chunk, 0, read);
                read = stream.read(chunk, 0, Math.min(CHUNK, most - plain.size()));
            }
        } catch (IOException e) {
            // A damaged file is read up to the damage, like any malformed feed
            return plain.toByteArray();
        }
        return plain.toByteArray();
    }
}
