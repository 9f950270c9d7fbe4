package dev.dateline.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Answers {@code /metrics} (Prometheus), {@code /health} (200 while nothing has FAILED) and {@code /ready} (200 when all
 * is UP or DEGRADED). Bound to loopback unless told otherwise.
 */
public final class AdminServer implements AutoCloseable {
    public static final Setting<String> HOST =
            Setting.of("admin.host", SettingType.STRING, "127.0.0.1", "Address that health and metrics are served on.");
    public static final Setting<Integer> PORT = Setting.of(
            "admin.port", SettingType.port(), "0", "Port of health and metrics; 0 takes a free one and logs it.");
    public static final List<Setting<?>> SETTINGS = List.of(HOST, PORT);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        var thread = new Thread(task, "admin");
        thread.setDaemon(true);
        return thread;
    });

    private AdminServer(HttpServer server) {
        this.server = server;
    }

    /** Opens the port and begins to answer. */
    public static AdminServer start(Settings settings, Metrics metrics, Program program) throws StartException {
        var host = settings.get(HOST);
        var port = settings.get(PORT);
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 16);
            var admin = new AdminServer(server);
            server.setExecutor(admin.threads);
            server.createContext(
                    "/metrics", exchange -> answer(exchange, 200, "text/plain; version=0.0.4", metrics.scrape()));
            server.createContext("/health", exchange -> health(exchange, program.services(), true));
            server.createContext("/ready", exchange -> health(exchange, program.services(), program.isReady()));
            server.start();
            return admin;
        } catch (IOException e) {
            throw new StartException(
                    PORT.key(),
                    "cannot listen on " + host + ":" + port + " (" + e.getMessage() + ")",
                    "Stop what holds the port, or set " + PORT.key() + " to another one (0 takes a free one).");
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** 200 while no service has failed and, for readiness, all were started and work. */
    private static void health(HttpExchange exchange, List<Service> services, boolean started) throws IOException {
        var liveness = exchange.getHttpContext().getPath().equals("/health");
        var fine = started
                && services.stream().map(service -> service.health().state()).allMatch(state -> switch (state) {
                    case UP, DEGRADED -> true;
                    case STARTING -> liveness;
                    case FAILED -> false;
                });
        var body = services.stream()
                .map(service -> "\"%s\":{\"state\":\"%s\",\"detail\":\"%s\"}"
                        .formatted(
                                service.name(),
                                service.health().state(),
                                service.health().detail().replaceAll("[\\\\\"\\p{Cntrl}]", " ")))
                .collect(Collectors.joining(",", "{", "}"));
        answer(exchange, fine ? 200 : 503, "application/json", body);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
