package dev.dateline.standalone.upgrade;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.standalone.Exchanges;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two outlets that never change: their feeds and pages are the same whichever version of the program asks. */
final class SteadySite implements AutoCloseable {
    static final String POLLED = "steady";
    static final String PAUSED = "paused";
    static final String FEED = "/feed.xml";
    static final String PAGE = "/ferry";

    /** Fixed, as the addresses stand in what is kept of a version; outside of the range that systems give out by themselves. */
    private static final int PORT = 18_473;

    private static final String UNCHANGED = "\"unchanged\"";

    private final HttpServer http;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** One request: by outlet, path, and whether the sender said which copy it has. */
    record Asked(String outlet, String path, boolean conditional) {}

    SteadySite() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    static Source source(String outlet) {
        return Source.newBuilder()
                .setId(outlet)
                .setName("The " + outlet + " source")
                .setUrl(address(outlet) + FEED)
                .setPublisher(new Publisher(outlet, "KZ", "en"))
                .setMinIntervalSeconds(1)
                .setMaxIntervalSeconds(2)
                .build();
    }

    /** What was asked for, robots.txt left out. */
    List<Asked> asked(String outlet) {
        return asked.stream().filter(each -> each.outlet().equals(outlet)).toList();
    }

    static String page(String outlet) {
        return address(outlet) + PAGE;
    }

    private static String address(String outlet) {
        return "http://" + outlet + ".localhost:" + PORT;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var outlet = exchange.getRequestHeaders().getFirst("Host").split("\\.")[0];
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/robots.txt")) {
            Exchanges.send(exchange, 404, "text/plain", "");
            return;
        }
        var validator = exchange.getRequestHeaders().getFirst("If-None-Match");
        asked.add(new Asked(outlet, path, validator != null));
        exchange.getResponseHeaders().set("ETag", UNCHANGED);
        if (UNCHANGED.equals(validator)) {
            Exchanges.send(exchange, 304, "text/plain", "");
        } else if (path.equals(FEED)) {
            Exchanges.send(exchange, 200, "application/rss+xml", feed(outlet));
        } else {
            Exchanges.send(exchange, 200, "text/html", OldNews.page("The ferry of " + outlet + " sails again", 900));
        }
    }

    private static String feed(String outlet) {
        return "<rss version=\"2.0\"><channel><title>" + outlet
                + "</title><item><title>The ferry sails again</title><link>" + page(outlet)
                + "</link></item></channel></rss>";
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
