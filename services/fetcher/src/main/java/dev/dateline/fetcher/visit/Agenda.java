package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.manners.FetchSchedule;
import dev.dateline.fetcher.manners.HostGate;
import dev.dateline.pipeline.WebUrl;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is due when, in the queues of the hosts. */
final class Agenda {
    private final HostGate gate;
    private final FetchSchedule<Due> schedule;

    Agenda(HostGate gate, FetchSchedule<Due> schedule) {
        this.gate = gate;
        this.schedule = schedule;
    }

    void add(String url, Due due) {
        schedule.add(hostOf(url), due.at(), due);
    }

    /**
     * Gives the next task whose time has come and whose host is free.
     *
     * @param tasks makes the task of what is due; null when that does not hold any more
     */
    Optional<Turn> next(Function<Due, @Nullable Task> tasks) {
        for (var ready = schedule.poll(); ready.isPresent(); ready = schedule.poll()) {
            var task = tasks.apply(ready.get().task());
            if (task != null) {
                return Optional.of(new Turn(ready.get(), task));
            }
            gate.left(ready.get().host());
            schedule.done(ready.get());
        }
        return Optional.empty();
    }

    static String hostOf(String url) {
        return WebUrl.parse(url).map(WebUrl::host).orElse(url);
    }
}
