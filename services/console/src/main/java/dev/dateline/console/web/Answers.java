package dev.dateline.console.web;

import dev.dateline.console.json.Json;
import io.javalin.http.Context;

/** How requests are answered. */
final class Answers {
    private Answers() {}

    /** Answers with a value as JSON. */
    static void json(Context request, Object value) {
        request.contentType("application/json").result(Json.bytes(value));
    }
}
