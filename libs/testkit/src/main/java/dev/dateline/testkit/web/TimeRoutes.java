package dev.dateline.testkit.web;

import java.io.IOException;

/** Answers that take their time. */
final class TimeRoutes {
    private static final long BETWEEN_BYTES_MILLIS = 50;

    private TimeRoutes() {}

    static void silence(Exchange exchange) throws InterruptedException {
        exchange.closed().await();
    }

    static void slowTrickle(Exchange exchange) throws IOException, InterruptedException {
        exchange.head("200 OK", "Content-Type: text/html");
        trickle(exchange);
    }

    static void slowHeaders(Exchange exchange) throws IOException, InterruptedException {
        exchange.send("HTTP/1.1 200 OK\r\nX-Slow: ");
        trickle(exchange);
    }

    private static void trickle(Exchange exchange) throws IOException, InterruptedException {
        while (exchange.pause(BETWEEN_BYTES_MILLIS)) {
            exchange.send("a");
        }
    }
}
