package dev.dateline.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request by hand, for a Host header that Java's client would not send and for streams that never end. */
final class RawRequest implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;
    /** Little, so that whoever does not read soon keeps the server from writing. */
    private static final int RECEIVE_BUFFER = 1 << 16;

    private final Socket socket;
    private final BufferedReader reader;

    RawRequest(int port, String path, String host, String... headers) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(TIMEOUT_MILLIS);
        var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + String.join("\r\n", headers)
                + (headers.length > 0 ? "\r\n" : "") + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    static String statusLine(int port, String path, String host) throws IOException {
        try (var request = new RawRequest(port, path, host)) {
            return request.line();
        }
    }

    String line() throws IOException {
        return reader.readLine();
    }

    /** Reads on to the next line that begins so; fails after a while without one. */
    String lineThatBegins(String start) throws IOException {
        for (var line = line(); line != null; line = line()) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new IOException("the stream ended without a line that begins with " + start);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
