package dev.dateline.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.console.ConsoleConfig;
import dev.dateline.console.StubPrometheus;
import dev.dateline.console.alert.AlertReport.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertBoardTest {
    private final StubPrometheus prometheus = new StubPrometheus();
    private Instant now = Instant.parse("2026-03-01T13:00:00Z");
    private final AlertBoard board = board(prometheus.url());

    private AlertBoard board(String url) {
        InstantSource clock = () -> now;
        return new AlertBoard(new ConsoleConfig.Prometheus(url), clock);
    }

    private static AlertReport ask(AlertBoard board) throws Exception {
        return board.now().get(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() {
        prometheus.close();
    }

    @Test
    void shouldBeQuietWhenOnlyTheWatchdogFires() throws Exception {
        var report = ask(board);
        assertThat(report.state()).isEqualTo(State.WATCHED);
        assertThat(report.problem()).isNull();
        assertThat(report.alerts()).isEmpty();
    }

    @Test
    void shouldAskForNoOtherProtocol() throws Exception {
        ask(board);
        assertThat(prometheus.requests).hasValue(1);
        assertThat(prometheus.upgrade).isNull();
    }

    @Test
    void shouldTellTheGravestFirst() throws Exception {
        prometheus.saysBesideWatchdog(
                alert("Slow", "firing", "ticket"), alert("Soon", "pending", "page"), alert("Down", "firing", "page"));
        var report = ask(board);
        assertThat(report.alerts()).extracting(Alert::name).containsExactly("Down", "Slow", "Soon");
        assertThat(report.firing()).isEqualTo(2);
        assertThat(report.pending()).isEqualTo(1);
    }

    @Test
    void shouldTellWhatTheRuleSays() throws Exception {
        prometheus.saysBesideWatchdog(StubPrometheus.alert(
                "SourceSilent",
                "firing",
                "ticket",
                Map.of("source", "steppe-herald"),
                Map.of(
                        "summary", "steppe-herald is silent",
                        "impact", "Its news is missing.",
                        "runbook", "docs/runbooks.md#sourcesilent")));
        assertThat(ask(board).alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.source()).isEqualTo("steppe-herald");
            assertThat(alert.summary()).isEqualTo("steppe-herald is silent");
            assertThat(alert.runbook()).isEqualTo("docs/runbooks.md#sourcesilent");
            assertThat(alert.since()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456789Z"));
            assertThat(alert.labels()).containsOnlyKeys("source");
        });
    }

    @Test
    void shouldCallAnAbsentWatchdogAFault() throws Exception {
        prometheus.says();
        assertThat(ask(board).state()).isEqualTo(State.NO_WATCHDOG);
        assertThat(ask(board).problem()).contains("silence means nothing");
    }

    @Test
    void shouldCountMoreThanItTells() throws Exception {
        prometheus.saysBesideWatchdog(Stream.generate(() -> alert("Flood", "firing", "ticket"))
                .limit(AlertReport.MOST + 7L)
                .<Map<String, Object>>toArray(Map[]::new));
        assertThat(ask(board).alerts()).hasSize(AlertReport.MOST);
        assertThat(ask(board).firing()).isEqualTo(AlertReport.MOST + 7);
    }

    @Test
    void shouldAskOnceHoweverManyReadersThereAre() throws Exception {
        prometheus.fallsSilent();
        var answers = Stream.generate(board::now).limit(50).toList();
        for (var answer : answers) {
            assertThat(answer.get(20, TimeUnit.SECONDS).problem()).contains("says nothing within 3 s");
        }
        assertThat(prometheus.requests).hasValue(1);

        prometheus.says(StubPrometheus.WATCHDOG);
        assertThat(ask(board).state()).isEqualTo(State.NO_ANSWER);
        now = now.plus(Duration.ofSeconds(6));
        assertThat(ask(board).state()).isEqualTo(State.WATCHED);
        assertThat(prometheus.requests).hasValue(2);
    }

    @Test
    void shouldSayWhyItDoesNotKnow() throws Exception {
        for (var broken : List.of("<html>", "{}", "[]", "{\"data\":{\"alerts\":7}}")) {
            prometheus.answers(200, broken);
            assertThat(ask(board(prometheus.url())).problem()).contains("is no list of alerts");
        }
        prometheus.answers(503, "");
        assertThat(ask(board(prometheus.url())).problem()).contains("answers with status 503");
        prometheus.answers(200, " ".repeat(Prometheus.MOST_BYTES + 1));
        assertThat(ask(board(prometheus.url())).problem()).contains("larger than 4 MiB");
        prometheus.close();
        assertThat(ask(board(prometheus.url())).problem()).contains("nobody listens at its address");
        assertThat(ask(board("")).state()).isEqualTo(State.NOT_NAMED);
        assertThat(ask(board("")).problem()).contains(ConsoleConfig.PROMETHEUS_URL.key());
    }

    @Test
    void shouldShowItsPasswordToPrometheusAlone() throws Exception {
        var guarded = board("http://reader:s3cret@" + prometheus.authority() + "/");
        assertThat(ask(guarded).state()).isEqualTo(State.WATCHED);
        assertThat(prometheus.authorization).isEqualTo("Basic cmVhZGVyOnMzY3JldA==");

        prometheus.close();
        now = now.plus(Duration.ofSeconds(6));
        assertThat(ask(guarded).problem()).doesNotContain("s3cret");
        assertThat(new ConsoleConfig.Prometheus("http://reader:s3cret@x").toString())
                .doesNotContain("s3cret");
        assertThat(ConsoleConfig.PROMETHEUS_URL.secret()).isTrue();
    }

    private static Map<String, Object> alert(String name, String state, String severity) {
        return StubPrometheus.alert(name, state, severity, Map.of(), Map.of());
    }
}
