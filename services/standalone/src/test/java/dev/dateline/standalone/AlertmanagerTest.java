package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told of alerts: the routes that amtool takes, and what hides what. */
class AlertmanagerTest {
    private static final String CONFIG = "alertmanager/alertmanager.yml";
    private static final Pattern ALERT = Pattern.compile("\\b[A-Z]\\w+");

    @Test
    void shouldBeValid() throws IOException, InterruptedException {
        MonitoringTool.AMTOOL.assumeInstalled();
        assertThat(MonitoringTool.AMTOOL.run("check-config", CONFIG)).contains("SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({
        "dead-mans-switch, alertname=Watchdog severity=none",
        "page,             alertname=NoInstance severity=page",
        "ticket,           alertname=SourceSilent severity=ticket",
        "ticket,           alertname=OfSomeoneElse"
    })
    void shouldTellTheRightOnes(String receiver, String labels) throws IOException, InterruptedException {
        MonitoringTool.AMTOOL.assumeInstalled();
        var arguments = ("config routes test --config.file=" + CONFIG + " --verify.receivers=" + receiver + " "
                        + labels)
                .split(" ");
        assertThat(MonitoringTool.AMTOOL.run(arguments))
                .doesNotContain("WARNING")
                .contains(receiver);
    }

    @Test
    void shouldHideOnlyAlertsThatExistBehindAlertsThatExist() throws IOException {
        var alerts = AlertsTest.rules().stream()
                .map(rule -> rule.path("alert").asText())
                .collect(Collectors.toSet());
        for (var rule : config().path("inhibit_rules")) {
            var sources = named(rule.path("source_matchers"));
            var targets = named(rule.path("target_matchers"));
            assertThat(sources).isNotEmpty();
            assertThat(targets).isNotEmpty();
            assertThat(alerts).containsAll(sources).containsAll(targets);
        }
    }

    @Test
    void shouldKeepSecretsInFiles() throws IOException {
        var config = config();
        assertThat(config.findValuesAsText("smtp_auth_password_file")).isNotEmpty();
        assertThat(config.findValuesAsText("credentials_file")).hasSize(2);
        for (var secret : Set.of("smtp_auth_password", "credentials", "bearer_token", "password", "api_key")) {
            assertThat(config.findValues(secret)).as(secret).isEmpty();
        }
    }

    private static Set<String> named(JsonNode matchers) {
        return ALERT.matcher(matchers.toString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static JsonNode config() throws IOException {
        return new YAMLMapper().readTree(Path.of("..", "..", "deploy", CONFIG).toFile());
    }
}
