package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.console.json.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console beside a real Prometheus that has the rules as they are shipped. */
class PrometheusIT {
    private static final Path RULES = Path.of("..", "..", "deploy", "prometheus", "alerts.yml");

    @TempDir
    Path folder;

    @Test
    void shouldShowWhatARealPrometheusSays() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var prometheus = start(port);
        var settings = Map.of(ConsoleConfig.PROMETHEUS_URL.key(), "http://127.0.0.1:" + port);
        try (var console = new RunningConsole(0, settings)) {
            await().atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        var said = Json.parse(console.get("/api/alerts").body());
                        assertThat(said.path("state").asText())
                                .as(said.toString())
                                .isEqualTo("WATCHED");
                        // No program of ours is scraped; the rule waits before it fires
                        assertThat(said.at("/alerts/0/name").asText()).isEqualTo("NoInstance");
                    });
            var alert = Json.parse(console.get("/api/alerts").body()).at("/alerts/0");
            assertThat(alert.path("runbook").asText()).isEqualTo("docs/runbooks.md#noinstance");
            assertThat(alert.path("severity").asText()).isEqualTo("page");
        } finally {
            prometheus.destroy();
        }
    }

    private Process start(int port) throws IOException {
        var config = Files.writeString(folder.resolve("prometheus.yml"), """
                global: {evaluation_interval: 1s}
                rule_files: ['%s']
                """.formatted(RULES.toAbsolutePath()));
        try {
            return new ProcessBuilder(
                            "prometheus",
                            "--config.file=" + config,
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=127.0.0.1:" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("prometheus.log").toFile())
                    .start();
        } catch (IOException e) {
            System.err.println("SKIPPED: prometheus is not installed (Debian: prometheus): this is not tried");
            return Assumptions.<Process>abort("no Prometheus on this machine");
        }
    }
}
