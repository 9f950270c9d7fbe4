package dev.dateline.testkit.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One request and the socket to answer it on.
 *
 * @param closed released when the server closes, so that nobody waits beyond that
 */
record Exchange(WebRequest request, Socket socket, CountDownLatch closed) {
    private static final String LINE_END = "\r\n";

    /** Sends a head: status line and header fields, one a line. */
    void head(String status, String... headers) throws IOException {
        send("HTTP/1.1 " + status + LINE_END + String.join(LINE_END, headers) + (headers.length == 0 ? "" : LINE_END)
                + "Connection: close" + LINE_END + LINE_END);
    }

    /** Sends an answer that is right in every way. */
    void answer(String status, String body, String... headers) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var all = new String[headers.length + 1];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Length: " + bytes.length;
        head(status, all);
        send(bytes);
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** Waits; false once the server closes. */
    boolean pause(long millis) throws InterruptedException {
        return !closed.await(millis, TimeUnit.MILLISECONDS);
    }
}
