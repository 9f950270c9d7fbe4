package dev.dateline.testkit.web;

import java.io.IOException;
import java.util.Locale;

/** A way to misbehave, and the path where the server does: {@code /slow-trickle} for {@link #SLOW_TRICKLE}. */
public enum Route {
    /** A page with validators: the one route where nothing is wrong. Answers 304 to its own ETag. */
    PAGE(SoundRoutes::page),
    /** Never the same twice, from a cache that keeps one ETag for all of it, and answers 304 to that. */
    STUCK_ETAG(SoundRoutes::stuckEtag),
    /** A permanent redirect to {@link #PAGE}. */
    MOVED(exchange -> SoundRoutes.redirect(exchange, "301 Moved Permanently", "/page")),
    /** A temporary redirect to {@link #PAGE}. */
    FOUND(exchange -> SoundRoutes.redirect(exchange, "302 Found", "/page")),
    /** No such page. Also every path that no route has. */
    MISSING(exchange -> exchange.answer("404 Not Found", "nothing here")),
    GONE(exchange -> exchange.answer("410 Gone", "taken down")),
    FORBIDDEN(exchange -> exchange.answer("403 Forbidden", "no")),
    SERVER_ERROR(exchange -> exchange.answer("500 Internal Server Error", "oops")),
    TOO_MANY_REQUESTS(exchange -> exchange.answer("429 Too Many Requests", "", "Retry-After: 120")),
    TOO_MANY_REQUESTS_WITHOUT_TIME(exchange -> exchange.answer("429 Too Many Requests", "")),
    UNAVAILABLE_UNTIL(
            exchange -> exchange.answer("503 Service Unavailable", "", "Retry-After: Fri, 31 Dec 2094 23:59:59 GMT")),

    /** Accepts and never says a word. */
    SILENCE(TimeRoutes::silence),
    /** A body of one byte now and then, each soon enough for a socket's timeout. */
    SLOW_TRICKLE(TimeRoutes::slowTrickle),
    /** The same with the head. */
    SLOW_HEADERS(TimeRoutes::slowHeaders),
    /** Header fields without end. */
    ENDLESS_HEADERS(SizeRoutes::endlessHeaders),
    /** One header field, very long. */
    HUGE_HEADER(SizeRoutes::hugeHeader),
    /** Header fields that are each fair but too large together. */
    HEAVY_HEADERS(SizeRoutes::heavyHeaders),
    /** A body without end. */
    ENDLESS_BODY(SizeRoutes::endlessBody),
    /** Announces more than anyone would read. */
    HUGE_LENGTH(SizeRoutes::hugeLength),
    /** A little gzip that unpacks to 100 MB of zeros. */
    GZIP_BOMB(SizeRoutes::gzipBomb),
    /** Gzip as it should be. */
    GZIP(SizeRoutes::gzip),
    /** Gzip that breaks off. */
    GZIP_CUT(SizeRoutes::gzipCut),
    /** An encoding that nobody asked for. */
    BROTLI(exchange -> exchange.answer("200 OK", "?", "Content-Encoding: br")),

    /** Announces more than it sends. */
    LENGTH_TOO_LONG(BrokenRoutes::lengthTooLong),
    /** Sends more than it announces. */
    LENGTH_TOO_SHORT(BrokenRoutes::lengthTooShort),
    /** Chunks whose sizes are no numbers. */
    CHUNKED_GARBAGE(BrokenRoutes::chunkedGarbage),
    /** Chunks without the last one. */
    CHUNKED_CUT(BrokenRoutes::chunkedCut),
    /** Resets the connection in the middle of the body. */
    RESET(BrokenRoutes::reset),
    /** Closes without an answer. */
    NO_ANSWER(exchange -> {}),
    /** Answers, but not in HTTP. */
    NOT_HTTP(exchange -> exchange.send("SSH-2.0-OpenSSH_9.2\r\n")),
    /** Says UTF-8 and sends windows-1251. */
    WRONG_CHARSET(BrokenRoutes::wrongCharset),
    /** A 304 with a body, which no 304 has. */
    NOT_MODIFIED_WITH_BODY(exchange -> exchange.answer("304 Not Modified", "a body", "ETag: \"1\"")),
    /** Switches protocols unasked. */
    SWITCHING(exchange -> exchange.head("101 Switching Protocols", "Upgrade: websocket")),

    /** Redirects to itself. */
    REDIRECT_LOOP(exchange -> SoundRoutes.redirect(exchange, "302 Found", "/redirect-loop")),
    /** Redirects for ever, always to another address. */
    REDIRECT_CHAIN(SoundRoutes::redirectChain),
    /** Redirects to the address that clouds keep their secrets at. */
    REDIRECT_TO_PRIVATE(
            exchange -> SoundRoutes.redirect(exchange, "302 Found", "http://169.254.169.254/latest/meta-data/")),
    /** Redirects to a file. */
    REDIRECT_TO_FILE(exchange -> SoundRoutes.redirect(exchange, "302 Found", "file:///etc/passwd")),
    /** Redirects nowhere. */
    REDIRECT_NOWHERE(exchange -> exchange.answer("302 Found", ""));

    /** What a route does. */
    @FunctionalInterface
    interface Behaviour {
        void answer(Exchange exchange) throws IOException, InterruptedException;
    }

    private final Behaviour behaviour;

    Route(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** Gives the route's path. */
    public String path() {
        return "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void answer(Exchange exchange) throws IOException, InterruptedException {
        behaviour.answer(exchange);
    }

    static Route at(String path) {
        var name = path.split("[/?]", 3)[1];
        for (var route : values()) {
            if (route.path().equals("/" + name)) {
                return route;
            }
        }
        return MISSING;
    }
}
