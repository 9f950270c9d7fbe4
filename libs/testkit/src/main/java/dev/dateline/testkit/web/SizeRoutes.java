package dev.dateline.testkit.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Answers that are too large, or unpack to be. */
final class SizeRoutes {
    private static final int KIB = 1 << 10;

    private SizeRoutes() {}

    static void endlessHeaders(Exchange exchange) throws IOException {
        exchange.send("HTTP/1.1 200 OK\r\n");
        for (int i = 0; ; i++) {
            exchange.send("X-" + i + ": " + "a".repeat(KIB) + "\r\n");
        }
    }

    static void hugeHeader(Exchange exchange) throws IOException {
        exchange.answer("200 OK", "small", "X-Huge: " + "a".repeat(KIB * KIB));
    }

    static void heavyHeaders(Exchange exchange) throws IOException {
        var headers = IntStream.range(0, 100).mapToObj(i -> "X-" + i + ": " + "a".repeat(KIB));
        exchange.answer("200 OK", "small", headers.toArray(String[]::new));
    }

    static void endlessBody(Exchange exchange) throws IOException {
        exchange.head("200 OK", "Content-Type: text/html");
        var chunk = new byte[64 * KIB];
        Arrays.fill(chunk, (byte) 'a');
        while (true) {
            exchange.send(chunk);
        }
    }

    static void hugeLength(Exchange exchange) throws IOException {
        exchange.head("200 OK", "Content-Length: 100000000000");
        exchange.send("a");
    }

    static void gzip(Exchange exchange) throws IOException {
        sendGzip(exchange, zip("packed".getBytes(StandardCharsets.UTF_8)));
    }

    static void gzipCut(Exchange exchange) throws IOException {
        var whole = zip(new byte[100 * KIB]);
        sendGzip(exchange, Arrays.copyOf(whole, whole.length / 2));
    }

    static void gzipBomb(Exchange exchange) throws IOException {
        // A gzip file may have many members (RFC 1952, 2.2): the same one again and again costs nothing to make.
        var member = zip(new byte[KIB * KIB]);
        exchange.head("200 OK", "Content-Encoding: gzip", "Content-Length: " + 100 * member.length);
        for (int i = 0; i < 100; i++) {
            exchange.send(member);
        }
    }

    private static void sendGzip(Exchange exchange, byte[] bytes) throws IOException {
        exchange.head("200 OK", "Content-Encoding: gzip", "Content-Length: " + bytes.length);
        exchange.send(bytes);
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
