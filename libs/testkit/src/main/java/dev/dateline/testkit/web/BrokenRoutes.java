package dev.dateline.testkit.web;

import java.io.IOException;
import java.nio.charset.Charset;

/** Answers that break the rules of HTTP, or break off. */
final class BrokenRoutes {
    private BrokenRoutes() {}

    static void lengthTooLong(Exchange exchange) throws IOException {
        exchange.head("200 OK", "Content-Length: 1000");
        exchange.send("only this");
    }

    static void lengthTooShort(Exchange exchange) throws IOException {
        exchange.head("200 OK", "Content-Length: 4");
        exchange.send("this and more");
    }

    static void chunkedGarbage(Exchange exchange) throws IOException {
        exchange.head("200 OK", "Transfer-Encoding: chunked");
        exchange.send("zz\r\nnot a chunk\r\n");
    }

    static void chunkedCut(Exchange exchange) throws IOException {
        exchange.head("200 OK", "Transfer-Encoding: chunked");
        exchange.send("5\r\nhello\r\n");
    }

    static void reset(Exchange exchange) throws IOException {
        exchange.head("200 OK", "Content-Length: 1000");
        exchange.send("half");
        // Closing with data pending and no linger sends RST.
        exchange.socket().setSoLinger(true, 0);
        exchange.socket().close();
    }

    static void wrongCharset(Exchange exchange) throws IOException {
        var body = "<p>Саммит</p>".getBytes(Charset.forName("windows-1251"));
        exchange.head("200 OK", "Content-Type: text/html; charset=utf-8", "Content-Length: " + body.length);
        exchange.send(body);
    }
}
