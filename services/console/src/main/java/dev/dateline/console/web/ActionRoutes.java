package dev.dateline.console.web;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.operate.DeadLetterDesk;
import dev.dateline.kafka.operate.SourceDesk;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.Map;

/** What operators can do from the page: each needs a token ({@link ActionGuard}) and leaves an audit record. */
public final class ActionRoutes {
    private static final String ACTIONS = "/api/actions/";
    private static final int MOST_LETTERS = 200;

    private final ActionGuard guard;
    private final KafkaConnection kafka;

    public ActionRoutes(ActionGuard guard, KafkaConnection kafka) {
        this.guard = guard;
        this.kafka = kafka;
    }

    /** Adds them to a server. */
    public void addTo(RoutesConfig routes) {
        routes.before(ACTIONS + "*", guard);
        routes.post(
                ACTIONS + "session",
                request -> Answers.json(
                        request, Map.of("actor", ActionRequest.of(request).actor())));
        routes.post(ACTIONS + "dead-letters/{act}", this::deadLetters);
        new TakedownRoutes(kafka).addTo(routes, ACTIONS);
        new TrialRoutes(kafka).addTo(routes, ACTIONS);
        routes.post(ACTIONS + "sources/{id}/{act}", this::source);
    }

    private void deadLetters(Context request) throws InterruptedException {
        var asked = ActionRequest.of(request);
        var ids = asked.texts("ids", MOST_LETTERS, "dead letters");
        var desk = new DeadLetterDesk(kafka);
        var answers = switch (request.pathParam("act")) {
            case "retry" -> desk.retry(ids, asked.order());
            case "discard" -> desk.discard(ids, asked.orderWithNote());
            default -> throw new NotFoundResponse("A dead letter can be retried or discarded.");
        };
        Answers.json(request, Map.of("answers", answers));
    }

    private void source(Context request) {
        var asked = ActionRequest.of(request);
        var id = request.pathParam("id");
        var order = asked.order();
        var desk = new SourceDesk(kafka);
        var isKnown = switch (request.pathParam("act")) {
            case "fetch-now" -> desk.fetchNow(id, order);
            case "pause" -> desk.enable(id, false, order);
            case "resume" -> desk.enable(id, true, order);
            case "interval" -> desk.setInterval(id, asked.seconds("least"), longest(asked), order);
            default -> throw new NotFoundResponse("A source can be fetched now, paused, resumed or given an interval.");
        };
        if (!isKnown) {
            throw new NotFoundResponse("No such source.");
        }
        Answers.json(request, Map.of("source", id));
    }

    private static Duration longest(ActionRequest asked) {
        var most = asked.seconds("most");
        if (most.compareTo(asked.seconds("least")) < 0) {
            throw new BadRequestResponse("most must not be shorter than least");
        }
        return most;
    }
}
