package dev.dateline.console.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What there is to be alarmed about.
 *
 * @param problem in words; null when alerting works
 * @param firing how many alerts fire, those beyond the list too
 * @param pending how many may fire soon
 * @param alerts the gravest first, at most {@value #MOST}
 */
public record AlertReport(
        State state, Instant asOf, @Nullable String problem, int firing, int pending, List<Alert> alerts) {
    static final int MOST = 200;

    /** Fires always, by its rule: while it does, rules are evaluated. */
    static final String WATCHDOG = "Watchdog";

    private static final List<String> SEVERITIES = List.of("page", "ticket");
    private static final Comparator<Alert> GRAVEST = Comparator.comparing((Alert alert) -> !alert.firing())
            .thenComparing(alert -> rank(alert.severity()))
            .thenComparing(Alert::since, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Alert::name);

    /** Whether the alerts can be believed. */
    public enum State {
        /** They are what Prometheus says. */
        WATCHED,
        /** Prometheus answers, but its Watchdog does not fire: no silence can be believed. */
        NO_WATCHDOG,
        /** Prometheus does not answer. */
        NO_ANSWER,
        /** The console knows of no Prometheus. */
        NOT_NAMED
    }

    public AlertReport {
        alerts = List.copyOf(alerts);
    }

    /** Says that nothing is known. */
    static AlertReport unknown(State state, Instant asOf, String problem) {
        return new AlertReport(state, asOf, problem, 0, 0, List.of());
    }

    /** Reads the list of {@code /api/v1/alerts}. */
    static AlertReport of(JsonNode list, Instant asOf) {
        var alerts = new ArrayList<>(
                StreamSupport.stream(list.spliterator(), false).map(Alert::of).toList());
        var isWatched = alerts.removeIf(alert -> alert.firing() && alert.name().equals(WATCHDOG));
        alerts.sort(GRAVEST);
        var firing = (int) alerts.stream().filter(Alert::firing).count();
        return new AlertReport(
                isWatched ? State.WATCHED : State.NO_WATCHDOG,
                asOf,
                isWatched
                        ? null
                        : "Alerting itself does not work: its " + WATCHDOG
                                + " does not fire, so silence means nothing. Has Prometheus loaded the rules?",
                firing,
                alerts.size() - firing,
                alerts.subList(0, Math.min(MOST, alerts.size())));
    }

    private static int rank(String severity) {
        var rank = SEVERITIES.indexOf(severity);
        return rank < 0 ? SEVERITIES.size() : rank;
    }
}
