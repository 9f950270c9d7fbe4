package dev.dateline.console.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.operate.RouteDesk;
import dev.dateline.kafka.operate.RouteHistory;
import dev.dateline.pipeline.route.RouteExpression;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills routes with articles of the past, one route after the other: reading them takes longer than a request may. A fill that the
 * end of the program interrupts leaves nothing behind; whoever sets the route again has it filled again. Thread-safe.
 */
public final class RouteFills implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RouteFills.class);
    private static final int MOST_WAITING = 20;

    private final RouteHistory history;
    private final Map<String, Fill> fills = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), work -> {
                var thread = new Thread(work, "route-fills");
                thread.setDaemon(true);
                return thread;
            });

    /** How far a fill is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A fill.
     *
     * @param since articles that came in before are left out
     * @param articles handed to the router, once it is done
     * @param problem why it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fill(
            State state,
            Instant since,
            @Nullable Long articles,
            @Nullable String problem) {
        Fill in(State other) {
            return new Fill(other, since, null, null);
        }

        Fill done(long handed) {
            return new Fill(State.DONE, since, handed, null);
        }

        Fill failed(String why) {
            return new Fill(State.FAILED, since, null, why);
        }
    }

    public RouteFills(KafkaConnection kafka) {
        this.history = new RouteHistory(kafka);
    }

    /** Has a route filled soon; returns at once. */
    public Fill begin(String name, RouteDesk.Change change, RouteExpression wanted, Instant since) {
        var fill = new Fill(State.WAITING, since, null, null);
        if (worker.getQueue().remainingCapacity() == 0) {
            var refused = fill.failed("many others are filled at this moment; set the route again later");
            fills.put(name, refused);
            return refused;
        }
        fills.put(name, fill);
        worker.execute(() -> run(name, change, wanted, fill));
        return fill;
    }

    private void run(String name, RouteDesk.Change change, RouteExpression wanted, Fill fill) {
        fills.put(name, fill.in(State.RUNNING));
        try {
            fills.put(name, fill.done(history.refill(change, wanted, fill.since())));
        } catch (KafkaException e) {
            log.atWarn().setCause(e).addKeyValue("route", name).log("a route is not filled with articles of the past");
            fills.put(name, fill.failed("Kafka did not do it: " + e.getMessage()));
        }
    }

    /** How far the last fill of a route is, of those since the program began. */
    public Optional<Fill> of(String name) {
        return Optional.ofNullable(fills.get(name));
    }

    /** Forgets a route that was removed. */
    public void forget(String name) {
        fills.remove(name);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
