package dev.dateline.standalone.newsroom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks a newsroom for pages over a plain socket: the JDK's clients neither resolve names under {@code .localhost} on
 * every machine nor let a Host header through.
 */
record NewsroomVisitor(int port) {

    record Answer(int status, Map<String, String> headers, byte[] body) {
        String header(String name) {
            return headers.get(name);
        }

        String text() {
            var type = header("Content-Type");
            var at = type.indexOf("charset=");
            var charset = at < 0 ? StandardCharsets.UTF_8 : Charset.forName(type.substring(at + "charset=".length()));
            return new String(body, charset);
        }
    }

    Answer get(String url) throws IOException {
        return ask("GET", url, "");
    }

    Answer getIf(String url, String name, String value) throws IOException {
        return ask("GET", url, name + ": " + value + "\r\n");
    }

    Answer ask(String method, String url, String conditions) throws IOException {
        var uri = URI.create(url);
        var target = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = method + " " + target + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                    + "\r\nConnection: close\r\n" + conditions + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return read(new ByteArrayInputStream(socket.getInputStream().readAllBytes()));
        }
    }

    private static Answer read(ByteArrayInputStream in) {
        var status = Integer.parseInt(line(in).split(" ")[1]);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var parts = line.split(": ", 2);
            headers.put(parts[0], parts[1]);
        }
        return new Answer(status, headers, in.readAllBytes());
    }

    private static String line(ByteArrayInputStream in) {
        var line = new StringBuilder();
        for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
