package dev.dateline.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.fetcher.http.Proxies.Proxy;
import dev.dateline.fetcher.http.Terms.Credential;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TermsTest {
    private record Asked(String target, Headers headers) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private PageClient client;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var port = server.getAddress().getPort();
        var proxy = new Proxy("127.0.0.1", port, () -> Optional.of("dateline:word"));
        client = new PageClient(
                "DatelineTest/1.0",
                FetchLimits.DEFAULT,
                new Network(Set.of(80, 443), true, new Proxies(Map.of("eu", proxy), "")));
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new Asked(exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/away")) {
            exchange.getResponseHeaders()
                    .add("Location", "http://localhost:" + server.getAddress().getPort() + "/page");
            exchange.sendResponseHeaders(302, -1);
        } else if (path.equals("/closed") && exchange.getRequestHeaders().getFirst("Proxy-Authorization") == null) {
            exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"way out\"");
            exchange.sendResponseHeaders(407, -1);
        } else {
            exchange.sendResponseHeaders(200, -1);
        }
        exchange.close();
    }

    @Test
    void shouldSendHeadersAndCredential() {
        fetch(url("/page"), terms(url(""), null));

        var headers = asked.get(0).headers();
        assertThat(headers.getFirst("Accept-Language")).isEqualTo("kk");
        assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer hush");
    }

    @Test
    void shouldNotSendTheCredentialAcrossARedirectToAnotherHost() {
        var answer = fetch(url("/away"), terms(url(""), null));

        assertThat(answer.trip().finalUrl()).startsWith("http://localhost:");
        assertThat(asked.get(0).headers().getFirst("Authorization")).isEqualTo("Bearer hush");
        assertThat(asked.get(1).headers().getFirst("Authorization")).isNull();
        assertThat(asked.get(1).headers().getFirst("Accept-Language")).isEqualTo("kk");
    }

    @Test
    void shouldNotSendTheCredentialToAnotherOrigin() {
        fetch(url("/page"), terms("https://courier.example", null));

        assertThat(asked.get(0).headers().getFirst("Authorization")).isNull();
    }

    @Test
    void shouldAskNothingWhileACredentialIsLacking() {
        var lacking = new Terms(Map.of(), null, null, "there is no secret 'x'");

        var refused = (Answer.Refused) fetch(url("/page"), lacking);

        assertThat(refused.reason()).isEqualTo(FetchFailure.CREDENTIALS);
        assertThat(refused.detail()).isEqualTo("there is no secret 'x'");
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldLeaveNamesToTheProxy() {
        var answer = fetch("http://news.example/page", terms("http://news.example", "eu"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(asked.get(0).target()).isEqualTo("http://news.example/page");
        assertThat(asked.get(0).headers().getFirst("Host")).isEqualTo("news.example");
        assertThat(asked.get(0).headers().getFirst("Authorization")).isNull();
    }

    @Test
    void shouldLogInToTheProxyWhenItAsks() {
        var answer = fetch("http://news.example/closed", terms("", "eu"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(asked.get(1).headers().getFirst("Proxy-Authorization")).startsWith("Basic ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://0x0a000001/",
                "http://169.254.169.254/latest/meta-data",
                "http://[fd12::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://database/",
                "http://database./",
                "http://metadata.google.internal/",
                "http://printer.local/",
                "http://router.home.arpa/"
            })
    void shouldNotAskAProxyForWhatIsInside(String url) {
        var refused = (Answer.Refused) fetch(url, terms("", "eu"));

        assertThat(refused.reason()).isEqualTo(FetchFailure.BLOCKED_ADDRESS);
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldTellThatAProxyIsNotKnown() {
        var refused = (Answer.Refused) fetch("https://news.example/", terms("", "us"));

        assertThat(refused.reason()).isEqualTo(FetchFailure.PROXY);
        assertThat(refused.detail()).contains("'us'");
    }

    @Test
    void shouldTellThatAProxyRefusesATunnel() throws Exception {
        try (var proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var line = CompletableFuture.supplyAsync(() -> refuse(proxy));
            var network = new Network(
                    Set.of(80, 443),
                    false,
                    new Proxies(Map.of("us", new Proxy("127.0.0.1", proxy.getLocalPort(), Optional::empty)), "us"));
            try (var behind = new PageClient("DatelineTest/1.0", FetchLimits.DEFAULT, network)) {
                var refused = (Answer.Refused) behind.fetch(Request.page("https://news.example/"));

                assertThat(refused.reason()).isEqualTo(FetchFailure.PROXY);
                assertThat(line.get()).isEqualTo("CONNECT news.example:443 HTTP/1.1");
            }
        }
    }

    private static String refuse(ServerSocket proxy) {
        try (var socket = proxy.accept()) {
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var first = reader.readLine();
            for (var header = first; !header.isEmpty(); header = reader.readLine()) {
                assertThat(header).doesNotContain("hush");
            }
            socket.getOutputStream()
                    .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer fetch(String url, Terms terms) {
        return client.fetch(Request.page(url).on(terms));
    }

    private static Terms terms(String origin, String proxy) {
        return new Terms(
                Map.of("Accept-Language", "kk"), new Credential(origin, "Authorization", "Bearer hush"), proxy, null);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
