package dev.dateline.testkit.web;

import java.io.IOException;

/** Answers that are right in form; redirects among them lead astray. */
final class SoundRoutes {
    private static final String ETAG = "\"v1\"";

    private SoundRoutes() {}

    static void page(Exchange exchange) throws IOException {
        if (ETAG.equals(exchange.request().headers().get("if-none-match"))) {
            exchange.head("304 Not Modified", "ETag: " + ETAG);
            return;
        }
        exchange.answer(
                "200 OK",
                "<html><title>Page</title></html>",
                "Content-Type: text/html; charset=utf-8",
                "ETag: " + ETAG,
                "Last-Modified: Sat, 07 Mar 2026 09:30:00 GMT",
                "X-Robots-Tag: noarchive",
                "TDM-Reservation: 1");
    }

    static void stuckEtag(Exchange exchange) throws IOException {
        if (ETAG.equals(exchange.request().headers().get("if-none-match"))) {
            exchange.head("304 Not Modified", "ETag: " + ETAG, "Cache-Control: max-age=600");
            return;
        }
        exchange.answer(
                "200 OK",
                "<html><title>Page at " + System.nanoTime() + "</title></html>",
                "Content-Type: text/html; charset=utf-8",
                "ETag: " + ETAG,
                "Cache-Control: public",
                "Cache-Control: max-age=600",
                "Age: 60");
    }

    static void redirect(Exchange exchange, String status, String target) throws IOException {
        exchange.answer(status, "elsewhere", "Location: " + target);
    }

    static void redirectChain(Exchange exchange) throws IOException {
        redirect(exchange, "302 Found", exchange.request().path() + "/on");
    }
}
