package dev.dateline.standalone.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.fetcher.FetcherConfig;
import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.standalone.bench.corpus.Corpus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pages on sites of this machine, each with a feed, for a fetcher to find; made beforehand, and read from files. */
final class LocalSites implements AutoCloseable {
    /** As many as can be asked at once and are not asked the whole time. */
    private static final int SITES = 60;

    /** Most pages that they have together: a fetcher takes no more than a thousand items from a feed. */
    static final int MOST = SITES * 1_000;

    private static final int THREADS = 4;
    private static final String FEED = "/feed";
    private static final String PAGES = "/page/";

    private final Path folder;
    private final int articles;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private long bytes;

    private LocalSites(Path folder, int articles) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.articles = articles;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), THREADS * SITES);
    }

    /** Makes so many pages and puts them on the web. */
    static LocalSites start(Path folder, Corpus corpus, int articles) throws IOException {
        var sites = new LocalSites(folder, articles);
        for (int number = 0; number < articles; number++) {
            var body = corpus.article(number, Instant.now()).getBody();
            var page = new byte[body.remaining()];
            body.get(page);
            Files.write(sites.file(number), page);
            sites.bytes += page.length;
        }
        sites.server.setExecutor(sites.threads);
        sites.server.createContext("/", sites::answer);
        sites.server.start();
        return sites;
    }

    /** What lets a fetcher ask this machine, as fast as it answers. */
    static Map<String, String> settings() {
        return Map.of(FetcherConfig.ALLOW_LOOPBACK.key(), "true", FetcherConfig.HOST_SPACING.key(), "1ms");
    }

    /** Has fetchers poll the feeds from now on. */
    void publishSources(KafkaConnection kafka) throws Exception {
        new SourcePublisher(kafka)
                .publish(IntStream.range(0, SITES).mapToObj(this::source).toList());
    }

    /** Bytes of all pages. */
    long bytes() {
        return bytes;
    }

    private Source source(int site) {
        return Source.newBuilder()
                .setId("site-" + site)
                .setName("Site " + site)
                .setUrl(address(site) + FEED)
                .setPublisher(Publisher.newBuilder().build())
                .build();
    }

    private String address(int site) {
        return "http://site-" + site + ".localhost:" + server.getAddress().getPort();
    }

    private Path file(int number) {
        return folder.resolve(number + ".html");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals(FEED)) {
                var host = exchange.getRequestHeaders().getFirst("Host");
                send(exchange, "application/rss+xml", feed(site(host)).getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith(PAGES)) {
                var page = Files.readAllBytes(file(Integer.parseInt(path.substring(PAGES.length()))));
                send(exchange, "text/html; charset=utf-8", page);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static int site(String host) {
        return Integer.parseInt(host.substring("site-".length(), host.indexOf('.')));
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private String feed(int site) {
        return IntStream.iterate(site, number -> number < articles, number -> number + SITES)
                .mapToObj(number -> "<item><link>" + address(site) + PAGES + number + "</link></item>")
                .collect(Collectors.joining("", "<rss version='2.0'><channel>", "</channel></rss>"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
