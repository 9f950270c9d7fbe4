package dev.dateline.console.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.dateline.console.route.LabelledNames;
import dev.dateline.console.route.MatchedArticles;
import dev.dateline.console.route.RouteFills;
import dev.dateline.console.route.RouteView;
import dev.dateline.console.route.RouteView.Matched;
import dev.dateline.console.search.InvalidQueryException;
import dev.dateline.console.search.ReadingDatabase;
import dev.dateline.console.search.ReadingDatabase.NoDatabaseException;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.operate.AuditLog;
import dev.dateline.kafka.operate.Order;
import dev.dateline.kafka.operate.RouteDesk;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.pipeline.route.RouteExpression;
import dev.dateline.pipeline.route.RouteNames;
import dev.dateline.pipeline.route.RouteParser;
import dev.dateline.pipeline.route.RouteSyntaxException;
import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.runtime.Nearest;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.OperatorAction;
import dev.dateline.schema.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Routes that people make, over HTTP: everybody may look at them; who makes, tests or removes one shows a token. */
public final class RouteRoutes {
    static final String PATH = "/api/v1/routes";
    private static final String ONE = PATH + "/{name}";

    private static final Logger log = LoggerFactory.getLogger(RouteRoutes.class);
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    /** As long as the database lets a reader's statement run. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration COUNTED = Duration.ofDays(7);
    private static final int SHOWN = 5;
    private static final List<String> TESTED = List.of("expression", "since");
    private static final List<String> SET = List.of("expression", "description", "since");

    /**
     * What an expression would have matched.
     *
     * @param expression with codes for names
     */
    record Tested(String expression, @JsonUnwrapped Matched matched) {}

    private final ActionGuard guard;
    private final KafkaConnection kafka;
    private final TopicProvisioner topics;
    private final ReadingDatabase database;
    private final RouteNames names = new LabelledNames(TagLabels.load());
    private final RouteFills fills;

    public RouteRoutes(
            ActionGuard guard,
            KafkaConnection kafka,
            TopicProvisioner topics,
            ReadingDatabase database,
            RouteFills fills) {
        this.guard = guard;
        this.kafka = kafka;
        this.topics = topics;
        this.database = database;
        this.fills = fills;
    }

    /** Adds them to a server. */
    public void addTo(RoutesConfig routes) {
        routes.before(PATH + "/*", request -> {
            if (!READING.contains(request.method())) {
                guard.handle(request);
            }
        });
        routes.get(PATH, this::list);
        routes.post(PATH + "/test", this::test);
        routes.get(ONE, this::show);
        routes.put(ONE, this::set);
        routes.delete(ONE, this::remove);
    }

    private void list(Context request) {
        var descriptions = descriptions();
        var routes = new RouteDesk(kafka)
                .routes().values().stream()
                        .map(route -> view(route, descriptions))
                        .toList();
        Answers.json(request, Map.of("routes", routes));
    }

    private void show(Context request) {
        var name = request.pathParam("name");
        var routes = new RouteDesk(kafka).routes();
        var route = routes.get(name);
        if (route == null) {
            throw unknown(name, routes.keySet());
        }
        Answers.json(request, view(route, descriptions()).with(matched(route)));
    }

    private static NotFoundResponse unknown(String name, Set<String> names) {
        return new NotFoundResponse("There is no such route. " + Nearest.question(name, names, ""));
    }

    private void test(Context request) throws InvalidQueryException, SQLException, NoDatabaseException {
        var asked = RouteRequest.read(ActionRequest.of(request).body(), TESTED, names);
        var found = matched(asked.expression(), asked.since());
        Answers.json(request, new Tested(asked.expression().toString(), found));
    }

    private void set(Context request) throws InvalidQueryException, InterruptedException {
        var name = request.pathParam("name");
        RouteRequest.requireName(name);
        var order = ActionRequest.of(request);
        var asked = RouteRequest.read(order.body(), SET, names);
        @Nullable String description = asked.description().isEmpty() ? null : asked.description();
        try {
            var change = new RouteDesk(kafka)
                    .set(name, asked.expression(), topics, new Order(order.actor(), description, false));
            var fill = fills.begin(name, change, asked.expression(), asked.since());
            var route = Objects.requireNonNull(change.after(), "set");
            Answers.json(
                    request.status(change.before() == null ? HttpStatus.CREATED : HttpStatus.OK),
                    RouteView.of(route, topicOf(name), description, fill));
        } catch (StartException e) {
            log.atWarn().setCause(e).addKeyValue("route", name).log("the topic of a route cannot be made");
            throw new ServiceUnavailableResponse("The topic of the route cannot be made: " + e.getMessage());
        }
    }

    private void remove(Context request) throws InvalidQueryException {
        var name = request.pathParam("name");
        RouteRequest.requireName(name);
        var desk = new RouteDesk(kafka);
        if (desk.remove(name, ActionRequest.withoutBody(request).order()).isEmpty()) {
            throw unknown(name, desk.routes().keySet());
        }
        fills.forget(name);
        request.status(HttpStatus.NO_CONTENT);
    }

    private RouteView view(Route route, Map<String, String> descriptions) {
        var name = route.getName();
        return RouteView.of(
                route, topicOf(name), descriptions.get(name), fills.of(name).orElse(null));
    }

    private String topicOf(String name) {
        return kafka.topics().ownRoute(name).name();
    }

    /** What was said of each route when it was set last, as the audit keeps it. */
    private Map<String, String> descriptions() {
        var said = new HashMap<String, String>();
        for (var entry : new AuditLog(kafka).entries()) {
            if (entry.getAction() == OperatorAction.SET_ROUTE) {
                said.remove(entry.getSubject());
                if (entry.getNote() != null) {
                    said.put(entry.getSubject(), entry.getNote());
                }
            }
        }
        return said;
    }

    private @Nullable Matched matched(Route route) {
        try {
            var expression = RouteParser.parse(route.getExpression(), RouteNames.CODES);
            return matched(expression, Instant.now().minus(COUNTED));
        } catch (RouteSyntaxException | SQLException | NoDatabaseException e) {
            log.atDebug()
                    .setCause(e)
                    .addKeyValue("route", route.getName())
                    .log("what belongs to a route is not counted");
            return null;
        }
    }

    private Matched matched(RouteExpression expression, Instant since) throws SQLException, NoDatabaseException {
        try (var connection = database.connection()) {
            return Matched.of(MatchedArticles.of(connection, expression, since, SHOWN, PATIENCE), since);
        }
    }
}
