package dev.dateline.fetcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A web site on this machine whose pages a test changes while it is read. Answers conditional requests. */
final class LocalSite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();

    private record Page(int status, String type, String body) {}

    LocalSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String path) {
        return "http://news.localhost:" + server.getAddress().getPort() + path;
    }

    void page(String path, String body) {
        pages.put(path, new Page(200, "text/html; charset=utf-8", "<html><body>" + body + "</body></html>"));
    }

    void status(String path, int status) {
        pages.put(path, new Page(status, "text/plain", ""));
    }

    /** Puts a feed at /feed.xml that lists paths. */
    void feed(String... paths) {
        feedAt("/feed.xml", paths);
    }

    /** Puts a feed anywhere. */
    void feedAt(String place, String... paths) {
        var items = Stream.of(paths)
                .map(path -> "<item><title>On " + path + "</title><link>" + url(path) + "</link></item>")
                .collect(Collectors.joining());
        pages.put(
                place,
                new Page(200, "application/rss+xml", "<rss version='2.0'><channel>" + items + "</channel></rss>"));
    }

    int requests(String path) {
        return requests.getOrDefault(path, 0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            requests.merge(path, 1, Integer::sum);
            var page = pages.getOrDefault(path, new Page(404, "text/plain", ""));
            var etag = "\"" + page.body().hashCode() + "\"";
            if (page.status() == 200 && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            var bytes = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", page.type());
            if (page.status() == 200) {
                exchange.getResponseHeaders().set("ETag", etag);
            }
            exchange.sendResponseHeaders(page.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
