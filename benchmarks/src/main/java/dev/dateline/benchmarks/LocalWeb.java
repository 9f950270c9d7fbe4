package dev.dateline.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A server that stands for many hosts and costs next to nothing: a feed on each host, pages of one length, no robots.txt. A page is
 * answered at once, or after the time that a distant site takes.
 */
final class LocalWeb implements AutoCloseable {
    private static final int PAGE_BYTES = 60_000;
    private static final int HEAD_BYTES = 8_000;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private final int hosts;
    private final int pagesEach;
    private final Duration answersAfter;
    private final byte[] page;
    private final ServerSocket socket = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "local-web");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicLongArray servedAt;

    LocalWeb(int hosts, int pagesEach, Duration answersAfter) throws IOException {
        this.hosts = hosts;
        this.pagesEach = pagesEach;
        this.answersAfter = answersAfter;
        this.page = text(new Random(1)).getBytes(StandardCharsets.US_ASCII);
        this.servedAt = new AtomicLongArray(hosts * pagesEach);
        threads.execute(this::accept);
    }

    int pages() {
        return hosts * pagesEach;
    }

    int port() {
        return socket.getLocalPort();
    }

    String feed(int host) {
        return url(host, "/feed");
    }

    String page(int host, int number) {
        return url(host, "/" + number);
    }

    private String url(int host, String path) {
        return "http://host-" + host + ".localhost:" + port() + path;
    }

    /** Pages that were asked for since the last {@link #reset}. */
    int served() {
        return served.get();
    }

    void reset() {
        served.set(0);
    }

    /** Pages a second, without the first and the last twentieth. */
    double pagesPerSecond() {
        int most = Math.min(served.get(), servedAt.length());
        int from = most / 20;
        int to = most - 1 - most / 20;
        return (to - from) * 1e9 / (servedAt.get(to) - servedAt.get(from));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream());
            for (var head = head(in); !head.isEmpty(); head = head(in)) {
                answer(connection, head);
            }
        } catch (IOException e) {
            // The other side hung up, as it may
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void answer(Socket connection, String head) throws IOException, InterruptedException {
        var path = head.substring(head.indexOf(' ') + 1, head.indexOf(' ', 4));
        if (path.equals("/feed")) {
            var host = head.replaceAll("(?s).*host-(\\d+)\\..*", "$1");
            send(connection, "200 OK", "application/rss+xml", feedOf(Integer.parseInt(host)));
        } else if (path.equals("/robots.txt")) {
            send(connection, "404 Not Found", "text/plain", new byte[0]);
        } else {
            int number = served.getAndIncrement();
            if (number < servedAt.length()) {
                servedAt.set(number, System.nanoTime());
            }
            Thread.sleep(answersAfter.toMillis());
            send(connection, "200 OK", "text/html", page);
        }
    }

    private static void send(Socket connection, String status, String type, byte[] body) throws IOException {
        var head =
                "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        var out = connection.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private byte[] feedOf(int host) {
        var feed = new StringBuilder("<rss version='2.0'><channel>");
        for (int number = 0; number < pagesEach; number++) {
            feed.append("<item><title>Page</title><link>")
                    .append(page(host, number))
                    .append("</link></item>");
        }
        return feed.append("</channel></rss>").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int matched = 0; matched < END_OF_HEAD.length; ) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
            matched = next == END_OF_HEAD[matched] ? matched + 1 : next == END_OF_HEAD[0] ? 1 : 0;
        }
        return head.toString();
    }

    private static String text(Random random) {
        var text = new StringBuilder("<html><head><title>Page</title>");
        while (text.length() < HEAD_BYTES) {
            text.append("<meta name='m' content='").append(random.nextInt()).append("'>\n");
        }
        text.append("<link rel='canonical' href='/elsewhere'><link rel='canonical' href='/doubtful'></head><body>");
        while (text.length() < PAGE_BYTES) {
            text.append("<p>").append(Long.toString(random.nextLong(), 36)).append(" water and power</p>\n");
        }
        return text.append("</body></html>").toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
