package dev.dateline.testkit.web;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came.
 *
 * @param path with its query
 * @param headers names in lower case
 */
public record WebRequest(String method, String path, Map<String, String> headers) {

    static WebRequest read(InputStream stream) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.ISO_8859_1));
        var start = line(reader).split(" ");
        if (start.length != 3 || !start[2].startsWith("HTTP/")) {
            throw new ProtocolException("no HTTP, a TLS handshake perhaps");
        }
        var headers = new TreeMap<String, String>();
        for (var line = line(reader); !line.isEmpty(); line = line(reader)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new WebRequest(start[0], start[1], Map.copyOf(headers));
    }

    private static String line(BufferedReader reader) throws IOException {
        var line = reader.readLine();
        if (line == null) {
            throw new EOFException("the client hung up");
        }
        return line;
    }
}
