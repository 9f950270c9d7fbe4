package dev.dateline.console.news;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.console.ConsoleConfig;
import dev.dateline.console.json.Json;
import dev.dateline.console.live.LiveFeed;
import dev.dateline.console.live.LiveHandler;
import dev.dateline.console.live.LiveParameters;
import dev.dateline.console.route.RouteCondition;
import dev.dateline.console.route.RouteFills;
import dev.dateline.console.search.ArticleFile;
import dev.dateline.console.search.ArticleSearch;
import dev.dateline.console.search.Condition;
import dev.dateline.console.search.OwnRoutes;
import dev.dateline.console.search.ReadingDatabase;
import dev.dateline.console.search.TagNames;
import dev.dateline.console.web.ActionGuard;
import dev.dateline.console.web.RouteRoutes;
import dev.dateline.console.web.Tokens;
import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.pipeline.route.RouteExpression.Contains;
import dev.dateline.pipeline.route.RouteExpression.Part;
import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.SettingsLoader;
import io.javalin.Javalin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The readers' API over a real PostgreSQL, without the rest of the console. */
final class RunningNews implements AutoCloseable {
    /** One route, over articles whose titles say so. */
    private static final OwnRoutes ROUTES = new OwnRoutes() {
        @Override
        public Optional<Condition> condition(String name) {
            return Optional.of(RouteCondition.of(new Contains(Part.TITLE, "Dam is")))
                    .filter(found -> name.equals("dams"));
        }

        @Override
        public Collection<String> names() {
            return List.of("dams");
        }
    };

    private final EmbeddedDatabase postgres = EmbeddedDatabase.temporary();
    private final Connection connection = DriverManager.getConnection(postgres.url());
    private final ReadingDatabase readers;
    private final Javalin server;
    private final HttpClient http = HttpClient.newHttpClient();
    final NewsTables tables;

    RunningNews() throws Exception {
        tables = new NewsTables(connection);
        readers = new ReadingDatabase(new ConsoleConfig.Database(postgres.url(), "", ""));
        server = serve(readers);
    }

    static Javalin serve(ReadingDatabase readers) {
        var names = new TagNames(TagLabels.load());
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    new NewsRoutes(new ArticleSearch(readers, names), new ArticleFile(readers), names, ROUTES)
                            .addTo(config.routes);
                    ownRoutes(readers).addTo(config.routes);
                    config.routes.get(
                            "/events",
                            new LiveHandler(
                                    new LiveFeed(new SimpleMeterRegistry(), "test"),
                                    new LiveParameters(names, ROUTES)));
                })
                .start(0);
    }

    /** The paths of routes, which need a broker and a token to do anything. */
    private static RouteRoutes ownRoutes(ReadingDatabase readers) {
        try {
            var settings = new SettingsLoader(KafkaSettings.ALL).load();
            var kafka = KafkaConnection.from(settings);
            var guard = new ActionGuard(new Tokens(List.of()), InstantSource.system());
            return new RouteRoutes(guard, kafka, new TopicProvisioner(settings), readers, new RouteFills(kafka));
        } catch (StartException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another connection to the database, for whoever closes it. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(postgres.url());
    }

    String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Each method with its path. */
    Set<String> operations() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(handler -> handler.endpoint.method.isHttpMethod())
                .map(handler -> handler.endpoint.method.name().toLowerCase(Locale.ROOT) + " " + handler.endpoint.path)
                .collect(Collectors.toSet());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(origin() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return Json.parse(get(path).body());
    }

    @Override
    public void close() throws Exception {
        server.stop();
        readers.close();
        connection.close();
        postgres.close();
    }
}
