package dev.dateline.console.alert;

import dev.dateline.console.ConsoleConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows what there is to be alarmed about. However many ask, Prometheus is asked once in some seconds; those who ask meanwhile
 * get the same answer, and no thread waits for it. Thread-safe.
 */
public final class AlertBoard {
    private static final Logger log = LoggerFactory.getLogger(AlertBoard.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final @Nullable Prometheus prometheus;
    private final InstantSource clock;
    private @Nullable CompletableFuture<AlertReport> latest;
    private Instant askedAt = Instant.MIN;
    private volatile String trouble = "";

    public AlertBoard(ConsoleConfig.Prometheus named, InstantSource clock) {
        this.prometheus = named.url().isEmpty() ? null : new Prometheus(named.url());
        this.clock = clock;
    }

    /** Gives what is known now; completes within some seconds, never with an exception. */
    public synchronized CompletableFuture<AlertReport> now() {
        var now = clock.instant();
        var known = latest;
        if (known == null || known.isDone() && !now.isBefore(askedAt.plus(FRESH))) {
            known = ask(now);
            latest = known;
            askedAt = now;
        }
        return known;
    }

    private CompletableFuture<AlertReport> ask(Instant now) {
        if (prometheus == null) {
            return CompletableFuture.completedFuture(AlertReport.unknown(
                    AlertReport.State.NOT_NAMED,
                    now,
                    "This console knows of no Prometheus, so it shows no alerts. Its operator can set "
                            + ConsoleConfig.PROMETHEUS_URL.key() + "."));
        }
        return prometheus.alerts().handle((list, failure) -> {
            var why = failure == null ? "" : String.valueOf(failure.getMessage());
            note(why);
            return failure == null
                    ? AlertReport.of(list, now)
                    : AlertReport.unknown(
                            AlertReport.State.NO_ANSWER,
                            now,
                            "Prometheus does not answer, so nobody sees here what fires: " + why + ".");
        });
    }

    /** Logs a change, not each try. */
    private void note(String why) {
        if (!why.equals(trouble)) {
            trouble = why;
            if (why.isEmpty()) {
                log.atInfo().log("Prometheus answers again");
            } else {
                log.atWarn().addKeyValue("why", why).log("Prometheus does not say what fires");
            }
        }
    }
}
