package dev.dateline.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.dateline.schema.RawArticle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which order a registry is asked; ApicurioIT asks a real one. */
class SchemaRegistryTest {
    private static final String HELD = "{\"compatibility\": \"" + SchemaRegistry.COMPATIBILITY + "\"}";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> upgrades = new CopyOnWriteArrayList<>();
    private volatile boolean known;
    private HttpServer server;
    private SchemaRegistry registry;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        registry = new SchemaRegistry("http://127.0.0.1:" + server.getAddress().getPort());
        answer("/config/t-value", () -> known ? 200 : 404, HELD);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldHoldASubjectBeforeItsNextVersion() {
        known = true;
        answer("/subjects/t-value/versions", () -> 200, "{\"id\": 1}");

        registry.registerHeld("t-value", RawArticle.getClassSchema());

        assertThat(requests).containsExactly("PUT /config/t-value", "POST /subjects/t-value/versions");
    }

    @Test
    void shouldAskForNoOtherProtocol() {
        known = true;
        answer("/subjects/t-value/versions", () -> 200, "{\"id\": 1}");

        registry.registerHeld("t-value", RawArticle.getClassSchema());

        assertThat(requests).isNotEmpty();
        assertThat(upgrades).isEmpty();
    }

    @Test
    void shouldHoldANewSubjectOnceItIsThere() {
        answer(
                "/subjects/t-value/versions",
                () -> {
                    known = true;
                    return 200;
                },
                "{\"id\": 1}");

        registry.registerHeld("t-value", RawArticle.getClassSchema());

        assertThat(requests)
                .containsExactly("PUT /config/t-value", "POST /subjects/t-value/versions", "PUT /config/t-value");
    }

    @Test
    void shouldNameTheSubjectOfASchemaThatIsRefused() {
        known = true;
        answer("/subjects/t-value/versions", () -> 409, "{\"message\": \"reader needs a default\"}");

        assertThatThrownBy(() -> registry.registerHeld("t-value", RawArticle.getClassSchema()))
                .isInstanceOf(SerializationException.class)
                .hasMessage("the registry refuses the schema of t-value: reader needs a default");
    }

    /** The status of an answer, found when it is given. */
    private interface Status {
        int now();
    }

    private void answer(String path, Status status, String body) {
        server.createContext(path, exchange -> {
            requests.add(exchange.getRequestMethod() + " " + path);
            upgrades.addAll(exchange.getRequestHeaders().getOrDefault("Upgrade", List.of()));
            var code = status.now();
            var bytes = (code == 404 ? "{\"error_code\": 40401}" : body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
