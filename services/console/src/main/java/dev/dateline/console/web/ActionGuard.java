package dev.dateline.console.web;

import dev.dateline.console.ConsoleConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets only those act who show a token, from our own page or from a program.
 *
 * <p>A page elsewhere cannot forge an act: no browser adds the token by itself, since it is no cookie. Requests that say they come
 * from elsewhere, and those in a form that a plain HTML form could send, are refused all the same. After many wrong tokens all
 * have to wait: guessing gets nowhere, and a person who mistyped waits a minute.
 */
public final class ActionGuard implements Handler {
    /** Where the name of whoever acts is found. */
    static final String ACTOR = "actor";

    private static final Logger log = LoggerFactory.getLogger(ActionGuard.class);
    private static final int MOST_WRONG = 20;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Tokens tokens;
    private final InstantSource clock;
    private final Deque<Long> wrong = new ArrayDeque<>();

    public ActionGuard(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void handle(Context request) {
        if (tokens.isEmpty()) {
            throw new ForbiddenResponse("This console is read-only. Its operator can set " + ConsoleConfig.TOKENS.key()
                    + " to let people act.");
        }
        if (isFromElsewhere(request)) {
            throw new ForbiddenResponse("This request comes from another site.");
        }
        if (!isInJson(request)) {
            throw new HttpResponseException(415, "Send JSON, with Content-Type application/json.", Map.of());
        }
        requirePatience();
        var actor = tokens.nameOf(request.header("Authorization"));
        if (actor.isEmpty()) {
            noteWrong(request);
            request.header("WWW-Authenticate", "Bearer");
            throw new UnauthorizedResponse("This needs a token that the console knows.");
        }
        request.attribute(ACTOR, actor.get());
    }

    /** What a plain form cannot send. */
    private static boolean isInJson(Context request) {
        var type = request.contentType();
        return request.method().equals(HandlerType.DELETE) || type != null && type.startsWith("application/json");
    }

    private static boolean isFromElsewhere(Context request) {
        var site = request.header("Sec-Fetch-Site");
        return site != null && !OWN_SITES.contains(site) || !isOwn(request.header("Origin"), request.header("Host"));
    }

    private static boolean isOwn(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true; // no browser
        }
        try {
            return URI.create(origin).getRawAuthority() != null
                    && URI.create(origin).getRawAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private synchronized void requirePatience() {
        var begin = clock.millis() - WINDOW.toMillis();
        while (!wrong.isEmpty() && wrong.peekFirst() < begin) {
            wrong.removeFirst();
        }
        if (wrong.size() >= MOST_WRONG) {
            throw new HttpResponseException(429, "Too many wrong tokens; wait a minute.", Map.of());
        }
    }

    private synchronized void noteWrong(Context request) {
        wrong.addLast(clock.millis());
        log.atWarn()
                .addKeyValue("from", request.ip())
                .addKeyValue("path", request.path())
                .log("refused: no token, or a wrong one");
    }
}
