package dev.dateline.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.console.json.Json;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.operate.ArticleSearch;
import dev.dateline.kafka.operate.DeadLetterDesk;
import dev.dateline.kafka.operate.Order;
import dev.dateline.kafka.operate.SourceDesk;
import dev.dateline.kafka.operate.TakedownDesk;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What operators can do from the page: each needs a token ({@link ActionGuard}) and leaves an audit record. */
public final class ActionRoutes {
    private static final String ACTIONS = "/api/actions/";
    private static final int LONGEST_BODY = 64 << 10;
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_LETTERS = 200;
    private static final int LEAST_SECONDS = 1;
    private static final int MOST_SECONDS = 365 * 86_400;

    private final ActionGuard guard;
    private final KafkaConnection kafka;

    public ActionRoutes(Tokens tokens, KafkaConnection kafka) {
        this.guard = new ActionGuard(tokens, InstantSource.system());
        this.kafka = kafka;
    }

    /** Adds them to a server. */
    public void addTo(RoutesConfig routes) {
        routes.before(ACTIONS + "*", guard);
        routes.post(ACTIONS + "session", request -> Answers.json(request, Map.of("actor", actor(request))));
        routes.post(ACTIONS + "dead-letters/{act}", this::deadLetters);
        routes.post(ACTIONS + "withdraw", this::withdraw);
        routes.post(ACTIONS + "sources/{id}/{act}", this::source);
    }

    private void deadLetters(Context request) throws InterruptedException {
        var body = body(request);
        var ids = new ArrayList<String>();
        body.path("ids").forEach(id -> ids.add(id.asText()));
        if (ids.isEmpty() || ids.size() > MOST_LETTERS) {
            throw new BadRequestResponse("ids must be a list of 1 to " + MOST_LETTERS + " dead letters");
        }
        var desk = new DeadLetterDesk(kafka);
        var answers = switch (request.pathParam("act")) {
            case "retry" -> desk.retry(ids, order(request, body, false));
            case "discard" -> desk.discard(ids, order(request, body, true));
            default -> throw new NotFoundResponse("A dead letter can be retried or discarded.");
        };
        Answers.json(request, Map.of("answers", answers));
    }

    private void withdraw(Context request) {
        var body = body(request);
        var id = body.path("articleId").asText();
        var order = order(request, body, true);
        var found = new ArticleSearch(kafka).find(id::equals, article -> true);
        if (found.isEmpty()) {
            throw new NotFoundResponse("No topic has such an article any more; 'dateline withdraw' takes its address.");
        }
        var targets = found.stream().map(TakedownDesk.Target::of).toList();
        if (!order.dryRun()) {
            new TakedownDesk(kafka).withdraw(targets, order);
        }
        Answers.json(
                request,
                Map.of(
                        "withdrawn",
                        targets.stream().map(TakedownDesk.Target::url).toList()));
    }

    private void source(Context request) {
        var body = body(request);
        var id = request.pathParam("id");
        var order = order(request, body, false);
        var desk = new SourceDesk(kafka);
        var isKnown = switch (request.pathParam("act")) {
            case "fetch-now" -> desk.fetchNow(id, order);
            case "pause" -> desk.enable(id, false, order);
            case "resume" -> desk.enable(id, true, order);
            case "interval" -> desk.setInterval(id, seconds(body, "least"), longest(body), order);
            default -> throw new NotFoundResponse("A source can be fetched now, paused, resumed or given an interval.");
        };
        if (!isKnown) {
            throw new NotFoundResponse("No such source.");
        }
        Answers.json(request, Map.of("source", id));
    }

    private static Duration longest(JsonNode body) {
        var most = seconds(body, "most");
        if (most.compareTo(seconds(body, "least")) < 0) {
            throw new BadRequestResponse("most must not be shorter than least");
        }
        return most;
    }

    private static Duration seconds(JsonNode body, String field) {
        var value = body.path(field);
        if (!value.canConvertToInt() || value.asInt() < LEAST_SECONDS || value.asInt() > MOST_SECONDS) {
            throw new BadRequestResponse(field + " must be seconds, from " + LEAST_SECONDS + " to " + MOST_SECONDS);
        }
        return Duration.ofSeconds(value.asInt());
    }

    private static JsonNode body(Context request) {
        if (request.contentLength() > LONGEST_BODY || request.contentLength() < 0) {
            throw new BadRequestResponse("Send a body of at most " + LONGEST_BODY + " bytes, and its length.");
        }
        var body = Json.parse(request.body());
        if (!body.isObject()) {
            throw new BadRequestResponse("Send a JSON object.");
        }
        return body;
    }

    private static Order order(Context request, JsonNode body, boolean needsNote) {
        var note = note(body.path("note").asText("").strip());
        if (needsNote && note == null) {
            throw new BadRequestResponse("note must say why");
        }
        return new Order(actor(request), note, body.path("dryRun").asBoolean(false));
    }

    private static @Nullable String note(String text) {
        if (text.length() > LONGEST_NOTE) {
            throw new BadRequestResponse("note must not be longer than " + LONGEST_NOTE + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    private static String actor(Context request) {
        return Objects.requireNonNull(request.attribute(ActionGuard.ACTOR), "guarded");
    }
}
