package dev.dateline.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.dateline.console.json.Json;
import dev.dateline.kafka.operate.Order;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody who showed a token asks for. Whatever is wrong with it is said with status 400.
 *
 * @param actor the name of the token
 * @param body a JSON object
 */
record ActionRequest(String actor, JsonNode body) {
    private static final Logger log = LoggerFactory.getLogger(ActionRequest.class);
    private static final int LONGEST_BODY = 64 << 10;
    private static final long LONGEST_PASSED_OVER = 1 << 20;
    private static final int LONGEST_NOTE = 500;
    private static final int LEAST_SECONDS = 1;
    private static final int MOST_SECONDS = 365 * 86_400;

    /** Reads a request that {@link ActionGuard} let through. */
    static ActionRequest of(Context request) {
        if (request.contentLength() > LONGEST_BODY || request.contentLength() < 0) {
            passOver(request.bodyInputStream());
            throw new BadRequestResponse("Send a body of at most " + LONGEST_BODY + " bytes, and its length.");
        }
        var body = Json.parse(request.body());
        if (!body.isObject()) {
            throw new BadRequestResponse("Send a JSON object.");
        }
        return new ActionRequest(Objects.requireNonNull(request.attribute(ActionGuard.ACTOR), "guarded"), body);
    }

    /** Whoever is cut off while sending may not see the answer; what is far too long is cut off all the same. */
    private static void passOver(InputStream body) {
        try {
            body.skip(LONGEST_PASSED_OVER);
        } catch (IOException e) {
            log.atDebug().setCause(e).log("whoever sent too much has gone");
        }
    }

    /** Reads a request whose method has no body; the query may say why. */
    static ActionRequest withoutBody(Context request) {
        var note = request.queryParam("note");
        return new ActionRequest(
                Objects.requireNonNull(request.attribute(ActionGuard.ACTOR), "guarded"),
                JsonNodeFactory.instance.objectNode().put("note", note));
    }

    /** Gives the order: with dryRun it is only tried. */
    Order order() {
        return new Order(actor, note(), body.path("dryRun").asBoolean(false));
    }

    /** Gives the order, which must say why. */
    Order orderWithNote() {
        if (note() == null) {
            throw new BadRequestResponse("note must say why");
        }
        return order();
    }

    private @Nullable String note() {
        var text = text("note");
        if (text.length() > LONGEST_NOTE) {
            throw new BadRequestResponse("note must not be longer than " + LONGEST_NOTE + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    /** Gives a text without white space around it; empty when it is not there. */
    String text(String field) {
        return body.path(field).asText("").strip();
    }

    /** Gives a list of 1 to so many texts. */
    List<String> texts(String field, int most, String what) {
        var texts = new ArrayList<String>();
        body.path(field).forEach(text -> texts.add(text.asText()));
        if (texts.isEmpty() || texts.size() > most) {
            throw new BadRequestResponse(field + " must be a list of 1 to " + most + " " + what);
        }
        return texts;
    }

    /** Gives a time in whole seconds. */
    Duration seconds(String field) {
        var value = body.path(field);
        if (!value.canConvertToInt() || value.asInt() < LEAST_SECONDS || value.asInt() > MOST_SECONDS) {
            throw new BadRequestResponse(field + " must be seconds, from " + LEAST_SECONDS + " to " + MOST_SECONDS);
        }
        return Duration.ofSeconds(value.asInt());
    }
}
