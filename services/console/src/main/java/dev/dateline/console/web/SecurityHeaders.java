package dev.dateline.console.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;

/** Headers that keep a browser from doing more with an answer than the console means. */
final class SecurityHeaders implements Handler {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cache-Control",
            "no-cache");

    @Override
    public void handle(Context request) {
        HEADERS.forEach(request::header);
    }
}
