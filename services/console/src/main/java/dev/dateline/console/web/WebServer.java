package dev.dateline.console.web;

import dev.dateline.console.ConsoleConfig;
import dev.dateline.console.desk.ArticleFilter;
import dev.dateline.console.live.LiveFeed;
import dev.dateline.console.live.LiveHandler;
import dev.dateline.console.news.ProblemDetails;
import dev.dateline.console.registry.RegistryRoutes;
import dev.dateline.runtime.StartException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: guards first, then the API, the live feed, the registry and the page. */
public final class WebServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WebServer.class);
    /** Every reader of the live feed holds a thread; the rest is for everything else. */
    private static final int THREADS = LiveFeed.MAX_READERS + 28;

    private final ConsoleConfig config;
    private final Javalin javalin;

    public WebServer(ConsoleConfig config, Consumer<RoutesConfig> api, LiveHandler live, RegistryRoutes registry) {
        this.config = config;
        this.javalin = Javalin.create(server -> {
            setUp(server, config);
            api.accept(server.routes);
            registry.addTo(server.routes);
            server.routes.get("/events", live);
            server.routes.exception(
                    HttpResponseException.class, (e, request) -> refuse(request, e.getStatus(), e.getMessage()));
            server.routes.exception(KafkaException.class, (e, request) -> refuseKafka(request, e));
            server.routes.exception(
                    ArticleFilter.UnknownOutcomeException.class,
                    (e, request) -> refuse(request, HttpStatus.BAD_REQUEST.getCode(), e.getMessage()));
        });
    }

    private static void refuseKafka(Context request, KafkaException e) {
        log.atWarn().setCause(e).addKeyValue("path", request.path()).log("Kafka did not do what was asked");
        refuse(request, HttpStatus.SERVICE_UNAVAILABLE.getCode(), "Kafka did not do it: " + e.getMessage());
    }

    private static void refuse(Context request, int status, @Nullable String why) {
        if (ProblemDetails.areExpectedAt(request.path())) {
            ProblemDetails.refusal(status, String.valueOf(why)).answer(request);
            return;
        }
        Answers.json(request.status(status), Map.of("error", String.valueOf(why)));
    }

    private static void setUp(JavalinConfig server, ConsoleConfig config) {
        server.startup.showJavalinBanner = false;
        server.startup.showOldJavalinVersionWarning = false;
        server.startup.startupWatcherEnabled = false;
        server.jetty.host = config.host();
        server.jetty.port = config.port();
        server.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
        server.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        server.routes.before(new SecurityHeaders());
        server.routes.before(new HostCheck(config));
        server.staticFiles.add(files -> {
            files.directory = "/dateline/console";
            files.location = Location.CLASSPATH;
            files.headers = Map.of();
        });
    }

    /**
     * Opens the port.
     *
     * @throws StartException when it cannot be had
     */
    public void start() throws StartException {
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            throw taken(config, e);
        }
    }

    /**
     * Tries the port, for a program that has more to start first.
     *
     * @throws StartException when it cannot be had
     */
    public static void requirePort(ConsoleConfig config) throws StartException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(config.host(), config.port()));
        } catch (IOException e) {
            throw taken(config, e);
        }
    }

    private static StartException taken(ConsoleConfig config, Exception e) {
        return new StartException(
                ConsoleConfig.PORT.key(),
                "cannot listen on " + config.host() + ":" + config.port() + " (" + e.getMessage() + ")",
                "Stop what holds the port, or set " + ConsoleConfig.PORT.key()
                        + " to another one (0 takes a free one).");
    }

    /** The port that is open. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
