package dev.dateline.standalone.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Injects every fault that somebody is to be told of into a running program, under a real Prometheus with the shipped alerts: each
 * must fire, be seen in the console, and be mended by the action that the runbook names. Takes a quarter of an hour, most of it the
 * rules' own waiting, so it runs when asked: {@code -Ddrill=true}; with {@code -Dgolden.update=true} it writes docs/faults.md.
 */
@EnabledIfSystemProperty(named = "drill", matches = "true")
class FaultDrillIT {
    private static final Path ROOT = Path.of("..", "..");
    private static final Duration PATIENCE = Duration.ofMinutes(25);
    private static final Duration MENDING = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void shouldTellOfEachFaultShowItAndMendIt() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/prometheus")))
                .as("SKIPPED: no Prometheus (Debian: prometheus)")
                .isTrue();
        try (var drill = new DrilledProgram(folder, ROOT.resolve("deploy/prometheus/alerts.yml"))) {
            drill.warmUp();
            assertThat(drill.prometheus().firing()).containsExactly("Watchdog");
            var faults = new Faults(drill).all();
            var injected = new LinkedHashMap<Fault, Instant>();
            for (var fault : faults) {
                fault.inject().run();
                injected.put(fault, Instant.now());
            }
            var fired = fired(drill, injected);
            var mended = new LinkedHashMap<Fault, Duration>();
            for (var fault : faults) {
                assertThat(fault.isSeen().call())
                        .as("%s is seen: %s", fault.what(), fault.screen())
                        .isTrue();
                var begun = Instant.now();
                fault.mend().run();
                await(fault.what()).atMost(MENDING).until(fault.isWell());
                mended.put(fault, Duration.between(begun, Instant.now()));
            }
            publish(table(faults, fired, mended));
        }
    }

    private static Map<Fault, Duration> fired(DrilledProgram drill, Map<Fault, Instant> injected) {
        var fired = new LinkedHashMap<Fault, Duration>();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            var firing = drill.prometheus().firing();
            injected.forEach((fault, since) -> {
                if (firing.contains(fault.alert())) {
                    fired.computeIfAbsent(fault, each -> Duration.between(since, Instant.now()));
                }
            });
            assertThat(fired.keySet()).containsExactlyInAnyOrderElementsOf(injected.keySet());
        });
        return fired;
    }

    private static String table(List<Fault> faults, Map<Fault, Duration> fired, Map<Fault, Duration> mended) {
        var table = new StringBuilder("""
                # Faults, and who tells of them

                Each was injected into a running `dateline up`, all at once, under a real Prometheus (scraping every 5 s) with the alerts as they are shipped. *After* counts from
                the fault to the firing alert; most of it is the time that the rule itself waits, so that a hiccup wakes nobody. *Well again* counts from the action. The habits of two
                sources, which are learnt over days, were written down beforehand.
                Made by `./mvnw -pl services/standalone -am test -Dtest=FaultDrillIT -Ddrill=true -Dgolden.update=true -Dsurefire.failIfNoSpecifiedTests=false`.

                | fault | alert | after | of which the rule waits | where it is seen | what mends it | well again |
                |---|---|---|---|---|---|---|
                """);
        for (var fault : faults) {
            table.append("| %s | `%s` | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            fault.what(),
                            fault.alert(),
                            text(fired.get(fault)),
                            fault.hold(),
                            fault.screen(),
                            fault.action(),
                            text(mended.get(fault))));
        }
        return table.toString();
    }

    private static String text(Duration duration) {
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }

    private static void publish(String table) throws Exception {
        System.out.println(table);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(ROOT.resolve("docs/faults.md"), table);
        }
    }
}
