package dev.dateline.standalone.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.standalone.Exchanges;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Web sites of a drill, each at a name of its own under {@code .localhost}, which can be made to misbehave while they run. */
public final class DrillSite implements AutoCloseable {
    private static final List<String> WORDS = List.of(
            ("harvest river council bridge winter market teacher railway election museum doctor valley engine letter garden"
                            + " minister weather harbour border festival student forest budget factory mountain signal water"
                            + " village court holiday captain kitchen window autumn quarry dairy lantern orchard pilot archive"
                            + " meadow traffic novel chapter voyage copper timber granite saddle compass theatre summer island")
                    .split(" "));
    private static final String WALL = "<html><body><p>Please turn JavaScript on to read this page.</p></body></html>";

    private final HttpServer http;
    private final Map<String, Outlet> outlets = new ConcurrentHashMap<>();

    /** How one site behaves now. */
    public static final class Outlet {
        public volatile int items;
        volatile int status = 200;
        volatile boolean walled;
    }

    public DrillSite() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newFixedThreadPool(4, task -> {
            var thread = new Thread(task, "drill-site");
            thread.setDaemon(true);
            return thread;
        }));
        http.createContext("/", this::answer);
        http.start();
    }

    public Outlet outlet(String name) {
        return outlets.computeIfAbsent(name, each -> new Outlet());
    }

    public Source source(String name) {
        outlet(name);
        return Source.newBuilder()
                .setId(name)
                .setName("The " + name + " source")
                .setUrl(address(name) + "/feed.xml")
                .setPublisher(new Publisher(name, "KZ", "en"))
                .setMinIntervalSeconds(2)
                .setMaxIntervalSeconds(5)
                .build();
    }

    private String address(String name) {
        return "http://" + name + ".localhost:" + http.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestHeaders().getFirst("Host").split("\\.")[0];
        var outlet = outlet(name);
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/robots.txt")) {
            Exchanges.send(exchange, 404, "text/plain", "");
        } else if (outlet.status != 200) {
            Exchanges.send(exchange, outlet.status, "text/plain", "out of order");
        } else if (path.equals("/feed.xml")) {
            Exchanges.send(exchange, 200, "application/rss+xml", feed(name, outlet.items));
        } else {
            Exchanges.send(exchange, 200, "text/html", outlet.walled ? WALL : page(name, path));
        }
    }

    private String feed(String name, int items) {
        var now = ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.RFC_1123_DATE_TIME);
        var newest = IntStream.range(Math.max(0, items - 60), items)
                .mapToObj(item -> "<item><title>" + title(name, item) + "</title><link>" + address(name) + "/" + item
                        + "</link><pubDate>" + now + "</pubDate></item>")
                .collect(Collectors.joining());
        return "<rss version=\"2.0\"><channel><title>" + name + "</title>" + newest + "</channel></rss>";
    }

    private static String page(String name, String path) {
        var item = Integer.parseInt(path.substring(1));
        var random = new Random(31L * name.hashCode() + item);
        var paragraphs = IntStream.range(0, 6)
                .mapToObj(each -> "<p>" + sentences(random) + "</p>")
                .collect(Collectors.joining());
        var title = title(name, item);
        return "<html lang=\"en\"><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>"
                + paragraphs + "</article></body></html>";
    }

    private static String title(String name, int item) {
        var random = new Random(17L * name.hashCode() + item);
        return "The " + word(random) + " and the " + word(random) + " of the " + word(random) + " number " + item;
    }

    /** Running text of words that no two pages have in the same order, so that none is a copy. */
    private static String sentences(Random random) {
        return IntStream.range(0, 5)
                .mapToObj(each -> "The " + word(random) + " was near the " + word(random) + " when a " + word(random)
                        + " had come to the " + word(random) + " with its " + word(random) + " and the "
                        + word(random) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
