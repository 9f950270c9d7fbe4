package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.runtime.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Alerts are code: every one says what to do, names metrics that exist, and is tried by promtool where that is installed. */
class AlertsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path ALERTS = ROOT.resolve("deploy/prometheus/alerts.yml");
    private static final Pattern OURS = Pattern.compile("\\bnews_[a-z_]+");
    private static final Pattern SUFFIX = Pattern.compile("_(bucket|count|sum)$");

    @Test
    void shouldTellWhatToDo() throws IOException {
        var runbooks = Files.readString(ROOT.resolve("docs/runbooks.md"));
        for (var alert : alerts()) {
            var name = alert.path("alert").asText();
            assertThat(alert.path("annotations").properties())
                    .as(name)
                    .extracting(entry -> entry.getKey())
                    .containsExactlyInAnyOrder("summary", "impact", "causes", "actions", "runbook");
            assertThat(alert.path("labels").path("severity").asText()).as(name).isIn("page", "ticket", "none");
            assertThat(alert.path("annotations").path("runbook").asText())
                    .isEqualTo("docs/runbooks.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(runbooks).contains("\n## " + name + "\n");
        }
    }

    @Test
    void shouldNameMetricsThatExist() throws IOException {
        var known = Services.metrics().stream().map(Metric::exposedName).collect(Collectors.toSet());
        for (var alert : rules()) {
            OURS.matcher(alert.path("expr").asText())
                    .results()
                    .map(match -> SUFFIX.matcher(match.group()).replaceFirst(""))
                    .forEach(name -> assertThat(known).contains(name));
        }
    }

    @Test
    void shouldFireAndStaySilent() throws IOException, InterruptedException {
        MonitoringTool.PROMTOOL.assumeInstalled();
        assertThat(MonitoringTool.PROMTOOL.run("check", "rules", "prometheus/alerts.yml"))
                .contains("SUCCESS");
        assertThat(MonitoringTool.PROMTOOL.run("test", "rules", "prometheus/tests/alerts.test.yml"))
                .contains("SUCCESS");
    }

    @Test
    void shouldBeReadByAPrometheusThatCanStart() throws IOException, InterruptedException {
        MonitoringTool.PROMTOOL.assumeInstalled();
        assertThat(MonitoringTool.PROMTOOL.run("check", "config", "prometheus/prometheus.yml"))
                .contains("is valid");
    }

    static List<JsonNode> rules() throws IOException {
        var rules = new ArrayList<JsonNode>();
        new YAMLMapper()
                .readTree(ALERTS.toFile())
                .path("groups")
                .forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    private static List<JsonNode> alerts() throws IOException {
        return rules().stream().filter(rule -> rule.has("alert")).toList();
    }
}
