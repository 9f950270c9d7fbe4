package dev.dateline.standalone.newsroom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Serves the newsroom over HTTP on the loopback address: each outlet at its own name under {@code .localhost}, which every
 * browser resolves to this machine (RFC 6761, 6.3). Feeds grow from the opening on, copies appear in feeds after their originals were read, and some
 * pages change or go once they were read, so a server tells its news once; start another to hear it again.
 */
public final class NewsroomServer implements AutoCloseable {
    /** Fast enough that a reader of the demonstration need not wait; the outlets are used to it. */
    private static final int MIN_INTERVAL_SECONDS = 2;

    private static final int MAX_INTERVAL_SECONDS = 5;
    private static final int THREADS = 4;
    /** Time between two new articles when nobody watches. */
    public static final Duration QUICK = Duration.ofMillis(330);
    /** Time between two new articles for someone who does. */
    public static final Duration READABLE = Duration.ofSeconds(1);

    private final Newsroom newsroom;
    private final HttpServer http;
    private final ExecutorService threads;
    private final Ledger ledger;
    private final Edition edition;
    private final Map<String, OutletSite> sites;

    private NewsroomServer(Newsroom newsroom, int port, Clock clock, Duration interval) throws IOException {
        this.newsroom = newsroom;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ledger = new Ledger(clock);
        edition = new Edition(newsroom, port(), clock.instant(), interval);
        sites = newsroom.outlets().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Outlet::id, outlet -> new OutletSite(newsroom, outlet, edition, ledger)));
        threads = Executors.newFixedThreadPool(THREADS, NewsroomServer::thread);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    /**
     * Opens the newsroom.
     *
     * @param port 0 for any that is free
     * @param interval time between two new articles, over all outlets
     * @throws IOException when the port is taken
     */
    public static NewsroomServer start(Newsroom newsroom, int port, Duration interval) throws IOException {
        return new NewsroomServer(newsroom, port, Clock.systemUTC(), interval);
    }

    /** Opens the newsroom by another clock: what its first reading says is the time of the opening. */
    public static NewsroomServer start(Newsroom newsroom, int port, Clock clock) throws IOException {
        return new NewsroomServer(newsroom, port, clock, QUICK);
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** Gives the outlets' feeds as sources for the fetcher. */
    public List<Source> sources() {
        return newsroom.outlets().stream().map(this::source).toList();
    }

    /** Gives what must be found out about every page, at the addresses of this server. */
    public Truth truth() {
        return Truth.of(newsroom, edition);
    }

    /** Counts the requests so far, by address as asked for. */
    public Map<String, Integer> requests() {
        return ledger.requests();
    }

    /** Says whether everything has been told: each page has appeared and was read, and read again where it changes or goes. */
    public boolean exhausted() {
        return newsroom.articles().stream().allMatch(ledger::told);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private Source source(Outlet outlet) {
        var settings = outlet.settings();
        return Source.newBuilder()
                .setId(outlet.id())
                .setName(settings.name())
                .setKind(settings.feed().kind() == FeedKind.SITEMAP ? SourceKind.SITEMAP : SourceKind.FEED)
                .setUrl(edition.feedUrl(outlet))
                .setPublisher(Publisher.newBuilder()
                        .setOutlet(settings.name())
                        .setCountry(settings.country())
                        .setLanguage(settings.language())
                        .build())
                .setMinIntervalSeconds(MIN_INTERVAL_SECONDS)
                .setMaxIntervalSeconds(MAX_INTERVAL_SECONDS)
                .build();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            var host = exchange.getRequestHeaders().getFirst("Host");
            var site = sites.get(outletAt(host));
            if (site == null) {
                send(exchange, Reply.text(404, "Outlets: " + String.join(", ", sites.keySet()) + "\n"));
            } else if (method.equals("GET") || method.equals("HEAD")) {
                ledger.request("http://" + host + exchange.getRequestURI());
                send(exchange, site.answer(exchange.getRequestURI(), method.equals("GET")));
            } else {
                send(exchange, Reply.text(405, "GET or HEAD\n"));
            }
        }
    }

    private static String outletAt(@Nullable String host) {
        return host == null ? "" : host.replaceFirst("\\.localhost(:\\d+)?$", "");
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var asked = exchange.getRequestHeaders();
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.contentType());
        headers.set("ETag", reply.etag());
        var lastModified = reply.lastModifiedText();
        if (lastModified != null) {
            headers.set("Last-Modified", lastModified);
        }
        if (reply.knownTo(asked.getFirst("If-None-Match"), asked.getFirst("If-Modified-Since"))) {
            exchange.sendResponseHeaders(304, -1);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(reply.status(), -1);
        } else {
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "newsroom");
        thread.setDaemon(true);
        return thread;
    }
}
