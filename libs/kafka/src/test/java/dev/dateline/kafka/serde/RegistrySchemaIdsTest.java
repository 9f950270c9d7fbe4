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
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrySchemaIdsTest {
    private static final Schema SCHEMA = RawArticle.getClassSchema();

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer registry;
    private RegistrySchemaIds ids;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.start();
        ids = new RegistrySchemaIds("http://127.0.0.1:" + registry.getAddress().getPort() + "/api/");
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void shouldRegisterASchemaOnceUnderItsTopic() {
        answer("/api/subjects/news.article.raw.v1-value/versions", 200, "{\"id\": 42}");
        assertThat(ids.idOf("news.article.raw.v1", SCHEMA)).isEqualTo(42);
        assertThat(ids.idOf("news.article.raw.v1", SCHEMA)).isEqualTo(42);
        assertThat(requests).hasSize(1);
    }

    @Test
    void shouldFetchASchemaOnce() {
        answer("/api/schemas/ids/7", 200, "{\"schema\": \"\\\"string\\\"\"}");
        assertThat(ids.schemaOf(7)).isEqualTo(Schema.create(Schema.Type.STRING));
        assertThat(ids.schemaOf(7)).isNotNull();
        assertThat(requests).hasSize(1);
    }

    @Test
    void shouldCallAnUnknownIdUnreadable() {
        answer("/api/schemas/ids/7", 404, "{\"error_code\": 40403}");
        assertThatThrownBy(() -> ids.schemaOf(7)).isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void shouldBlameTheRegistryAndNoRecordWhenItIsDown() {
        answer("/api/schemas/ids/7", 503, "");
        assertThatThrownBy(() -> ids.schemaOf(7)).isInstanceOf(RetriableException.class);
    }

    @Test
    void shouldBlameTheRegistryWhenItDoesNotLetUsIn() {
        answer("/api/schemas/ids/7", 401, "{\"message\": \"token expired\"}");
        answer("/api/subjects/t-value/versions", 403, "{}");
        assertThatThrownBy(() -> ids.schemaOf(7)).isInstanceOf(RetriableException.class);
        assertThatThrownBy(() -> ids.idOf("t", SCHEMA)).isInstanceOf(RetriableException.class);
    }

    @Test
    void shouldPassOnThatASchemaIsRefused() {
        answer("/api/subjects/t-value/versions", 409, "{\"error_code\": 409, \"message\": \"incompatible\"}");
        assertThatThrownBy(() -> ids.idOf("t", SCHEMA))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("incompatible");
    }

    private void answer(String path, int status, String body) {
        registry.createContext(path, exchange -> {
            requests.add(path);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
