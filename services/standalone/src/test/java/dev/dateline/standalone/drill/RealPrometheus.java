package dev.dateline.standalone.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** A Prometheus of the system, with the alerts as they are shipped; it scrapes one program. */
final class RealPrometheus implements AutoCloseable {
    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    RealPrometheus(Path folder, int scraped, Path alerts) throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var config =
                Files.writeString(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 5s, evaluation_interval: 5s}
                rule_files: ['%s']
                scrape_configs:
                  - job_name: dateline
                    static_configs: [{targets: ['127.0.0.1:%d']}]
                """.formatted(alerts.toAbsolutePath(), scraped));
        process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    /** Names of the alerts that fire now, each with the value of a label behind it, as {@code SourceSilent/steppe}. */
    Set<String> firing() throws InterruptedException {
        var names = new HashSet<String>();
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/alerts"))
                            .build(),
                    BodyHandlers.ofString());
            for (var alert : new ObjectMapper().readTree(answer.body()).at("/data/alerts")) {
                if (alert.path("state").asText().equals("firing")) {
                    names.add(nameOf(alert.path("labels")));
                }
            }
        } catch (IOException e) {
            return names; // not up yet
        }
        return names;
    }

    private static String nameOf(JsonNode labels) {
        var of = labels.path("source")
                .asText(labels.path("group").asText(labels.path("stage").asText("")));
        return labels.path("alertname").asText() + (of.isEmpty() ? "" : "/" + of);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
