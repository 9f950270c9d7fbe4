package dev.dateline.standalone.outage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many web sites on this machine, each with a feed that lists pages of its own and one of the next site. All of them change at once, edition
 * by edition; who asked what, and when, is kept.
 */
final class ManySites implements AutoCloseable {
    private static final String FEED = "/feed.xml";

    private final int count;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, AtomicInteger> active = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Visit> visits = new ConcurrentLinkedQueue<>();
    private volatile int edition;

    /**
     * A request.
     *
     * @param agent first word of who asked
     * @param atOnce requests to this site that were not answered yet, with this one
     */
    record Visit(String site, String agent, Instant at, int atOnce) {}

    ManySites(int count) throws IOException {
        this.count = count;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The feed of a site. */
    String feed(int site) {
        return url(site, FEED);
    }

    private String url(int site, String path) {
        return "http://" + name(site % count) + ":" + server.getAddress().getPort() + path;
    }

    private static String name(int site) {
        return "site-" + site + ".localhost";
    }

    /** Has every site change its first page, and list a new one of its own and one of the next site. */
    void publishEdition(int number) {
        edition = number;
    }

    /** Every version of every page so far, as address and edition. */
    Set<String> truth() {
        var truth = new TreeSet<String>();
        for (int site = 0; site < count; site++) {
            for (int number = 0; number <= edition; number++) {
                truth.add(url(site, "/edited") + " " + number);
                truth.add(url(site, "/own/" + number) + " " + number);
                truth.add(url(site + 1, "/guest/" + number) + " " + number);
            }
        }
        return truth;
    }

    List<Visit> visits() {
        return new ArrayList<>(visits);
    }

    /** The requests to each site in their order. */
    Map<String, List<Visit>> visitsBySite() {
        var bySite = new TreeMap<String, List<Visit>>();
        visits.forEach(visit ->
                bySite.computeIfAbsent(visit.site(), any -> new ArrayList<>()).add(visit));
        return bySite;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var host = exchange.getRequestHeaders().getFirst("Host");
        var site = host.substring(0, host.indexOf(':'));
        var agent = exchange.getRequestHeaders().getFirst("User-Agent").split("/", 2)[0];
        var now = active.computeIfAbsent(site, any -> new AtomicInteger());
        try (exchange) {
            visits.add(new Visit(site, agent, Instant.now(), now.incrementAndGet()));
            var body = bodyOf(exchange.getRequestURI().getPath(), Integer.parseInt(site.replaceAll("\\D", "")));
            // Before the answer: whoever has it may ask again before this thread goes on
            now.decrementAndGet();
            send(exchange, body);
        }
    }

    /** What is at a path; null when nothing is. */
    private @Nullable String bodyOf(String path, int site) {
        if (path.equals(FEED)) {
            return feedOf(site);
        }
        if (path.equals("/edited")) {
            return page(edition);
        }
        return path.matches("/(own|guest)/\\d+") ? page(Integer.parseInt(path.replaceAll("\\D", ""))) : null;
    }

    private static void send(HttpExchange exchange, @Nullable String body) throws IOException {
        if (body == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        var type = body.startsWith("<rss") ? "application/rss+xml" : "text/html; charset=utf-8";
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String feedOf(int site) {
        var feed = new StringBuilder("<rss version='2.0'><channel>").append(item(url(site, "/edited")));
        IntStream.rangeClosed(0, edition)
                .forEach(number ->
                        feed.append(item(url(site, "/own/" + number))).append(item(url(site + 1, "/guest/" + number))));
        return feed.append("</channel></rss>").toString();
    }

    private static String item(String link) {
        return "<item><title>On " + link + "</title><link>" + link + "</link></item>";
    }

    private static String page(int number) {
        return "<html><body>edition " + number + "</body></html>";
    }

    /** The edition that a page was of. */
    static String editionOf(String body) {
        return body.replaceAll("\\D", "");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
