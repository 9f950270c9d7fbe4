package dev.dateline.fetcher.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body within its limits, undoing its content encoding on the way. */
final class BodyReader {
    /** The one encoding that every server knows and whose bombs are easily seen. */
    static final String ACCEPTED_ENCODINGS = "gzip";

    private static final int CHUNK = 8 << 10;
    /** Short bodies may be as repetitive as they like: a ratio says nothing about them. */
    private static final int RATIO_MATTERS_FROM = 64 << 10;

    private BodyReader() {}

    static byte[] read(InputStream raw, @Nullable String encoding, FetchLimits.Size size) throws IOException {
        var wire = new CountedStream(raw, size.wire());
        try (var decoded = decode(wire, encoding)) {
            var body = new ByteArrayOutputStream(CHUNK);
            var chunk = new byte[CHUNK];
            for (int read = decoded.read(chunk); read >= 0; read = decoded.read(chunk)) {
                if (size.truncate() && body.size() + read >= size.decoded()) {
                    body.write(chunk, 0, size.decoded() - body.size());
                    break;
                }
                body.write(chunk, 0, read);
                check(body.size(), wire.count, size);
            }
            return body.toByteArray();
        }
    }

    private static InputStream decode(CountedStream wire, @Nullable String encoding) throws IOException {
        var name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity", "utf-8" -> wire;
            case "gzip", "x-gzip" -> wire.isEmpty() ? wire : new GZIPInputStream(wire, CHUNK);
            default -> throw new RefusedException(FetchFailure.PROTOCOL, "content encoding " + name);
        };
    }

    private static void check(int decoded, long received, FetchLimits.Size size) throws RefusedException {
        if (decoded > size.decoded()) {
            throw new RefusedException(FetchFailure.TOO_LARGE, "more than " + size.decoded() + " bytes decoded");
        }
        if (decoded > RATIO_MATTERS_FROM && decoded > received * size.ratio()) {
            throw new RefusedException(
                    FetchFailure.DECOMPRESSION_BOMB,
                    decoded + " bytes out of " + received + ", limit " + size.ratio() + ":1");
        }
    }

    /** Counts what is received, and never closes the connection below: closing would read the rest first. */
    private static final class CountedStream extends FilterInputStream {
        private final int most;
        private long count;

        CountedStream(InputStream raw, int most) {
            super(new PushbackInputStream(raw, 1));
            this.most = most;
        }

        boolean isEmpty() throws IOException {
            int first = in.read();
            if (first >= 0) {
                ((PushbackInputStream) in).unread(first);
            }
            return first < 0;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            count += Math.max(read, 0);
            if (count > most) {
                throw new RefusedException(FetchFailure.TOO_LARGE, "more than " + most + " bytes received");
            }
            return read;
        }

        @Override
        public void close() {}
    }
}
