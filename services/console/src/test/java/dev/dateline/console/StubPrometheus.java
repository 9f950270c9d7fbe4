package dev.dateline.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.console.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers as a Prometheus does when it is asked for its alerts, or as one that is out of order. */
public final class StubPrometheus implements AutoCloseable {
    public static final Map<String, Object> WATCHDOG = alert("Watchdog", "firing", "none", Map.of(), Map.of());

    private final HttpServer server;
    private final CountDownLatch silence = new CountDownLatch(1);
    public final AtomicInteger requests = new AtomicInteger();
    private volatile int status = 200;
    private volatile byte @Nullable [] body;
    public volatile @Nullable String authorization;
    public volatile @Nullable String upgrade;

    /** Makes one with nothing but its Watchdog. */
    public StubPrometheus() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/api/v1/alerts", this::answer);
        server.start();
        says(WATCHDOG);
    }

    public String url() {
        return "http://" + authority();
    }

    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** An alert as the API has it, active since a fixed moment. */
    public static Map<String, Object> alert(
            String name, String state, String severity, Map<String, String> labels, Map<String, String> annotations) {
        var all = new TreeMap<>(labels);
        all.put("alertname", name);
        all.put("severity", severity);
        return Map.of(
                "labels", all,
                "annotations", annotations,
                "state", state,
                "activeAt", "2026-03-01T12:00:00.123456789Z",
                "value", "1e+00");
    }

    /** Has it answer with these. */
    @SafeVarargs
    public final void says(Map<String, Object>... alerts) {
        answers(200, Json.text(Map.of("status", "success", "data", Map.of("alerts", List.of(alerts)))));
    }

    /** Has it answer with these and its Watchdog. */
    @SafeVarargs
    public final void saysBesideWatchdog(Map<String, Object>... alerts) {
        var all = new ArrayList<>(List.of(alerts));
        all.add(WATCHDOG);
        answers(200, Json.text(Map.of("status", "success", "data", Map.of("alerts", all))));
    }

    public void answers(int newStatus, String text) {
        status = newStatus;
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    /** Has it say nothing at all. */
    public void fallsSilent() {
        body = null;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            upgrade = exchange.getRequestHeaders().getFirst("Upgrade");
            var bytes = body;
            if (bytes == null) {
                silence.await();
                return;
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        silence.countDown();
        server.stop(0);
    }
}
