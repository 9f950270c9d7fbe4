package dev.dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.settings.SettingsLoader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdminServerTest {
    private final Metrics metrics = new Metrics(List.of());

    @Test
    void shouldServeMetricsInPrometheusFormat() throws Exception {
        metrics.registry().counter("news.example").increment();
        try (var admin = AdminServer.start(new SettingsLoader(AdminServer.SETTINGS).load(), metrics, new Program())) {
            assertThat(get(admin, "/metrics").body())
                    .contains("news_example_total 1.0")
                    .contains("jvm_memory_used_bytes");
        }
    }

    @Test
    void shouldTellHealthAndReadiness() throws Exception {
        var service = new FixedService(Health.starting("restoring \"state\""));
        try (var program = new Program();
                var admin = AdminServer.start(new SettingsLoader(AdminServer.SETTINGS).load(), metrics, program)) {
            assertThat(get(admin, "/ready").statusCode()).as("nothing started").isEqualTo(503);
            program.start(List.of(service));
            assertThat(get(admin, "/health").statusCode()).isEqualTo(200);
            program.markReady();
            assertThat(get(admin, "/ready").statusCode()).as("still starting").isEqualTo(503);
            service.health = Health.degraded("waits");
            assertThat(get(admin, "/ready").statusCode()).isEqualTo(200);
            service.health = Health.failed("dead");
            assertThat(get(admin, "/health").statusCode()).isEqualTo(503);
            assertThat(get(admin, "/health").body()).contains("\"state\":\"FAILED\"");
        }
    }

    @Test
    void shouldNameTheSettingWhenThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new SettingsLoader(AdminServer.SETTINGS)
                    .set("admin.port", String.valueOf(taken.getLocalPort()))
                    .load();
            var failure = catchThrowableOfType(
                    StartException.class, () -> AdminServer.start(settings, metrics, new Program()));
            assertThat(failure.report()).contains("admin.port").contains("0 takes a free one");
        }
    }

    private static HttpResponse<String> get(AdminServer admin, String path) throws Exception {
        var address = URI.create("http://127.0.0.1:" + admin.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static final class FixedService implements Service {
        private volatile Health health;

        FixedService(Health health) {
            this.health = health;
        }

        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public void start() {}

        @Override
        public Health health() {
            return health;
        }

        @Override
        public void close() {}
    }
}
