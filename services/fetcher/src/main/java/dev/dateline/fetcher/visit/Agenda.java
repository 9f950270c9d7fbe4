package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.manners.FetchSchedule;
import dev.dateline.fetcher.manners.HostGate;
import dev.dateline.pipeline.WebUrl;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is due when, in the queues of the hosts. */
final class Agenda {
    private final HostGate gate;
    private final FetchSchedule<Due> schedule;
    private final Map<String, KnownSource> sources;
    private final PageBook pages;
    private final Map<String, Task.Trial> trials;
    private final InstantSource clock;

    /**
     * Creates an empty agenda.
     *
     * @param sources by id, as they are when something's turn has come
     * @param trials by the order's id, those that somebody still waits for
     */
    Agenda(
            HostGate gate,
            FetchSchedule<Due> schedule,
            Map<String, KnownSource> sources,
            PageBook pages,
            Map<String, Task.Trial> trials,
            InstantSource clock) {
        this.gate = gate;
        this.schedule = schedule;
        this.sources = sources;
        this.pages = pages;
        this.trials = trials;
        this.clock = clock;
    }

    /** Forgets what a source that is gone wanted of its hosts. */
    void forget(String sourceId) {
        gate.forget(sourceId);
    }

    /** Has a source polled, or its poll continued; what was planned for it before does not hold any more. */
    void addPoll(KnownSource known, Instant at) {
        known.pollAt = at;
        add(known.pollUrl(), new Due.Poll(known.id(), at));
    }

    /** Has a page visited when its next visit is due, if ever. */
    void addPage(String link) {
        pages.find(link).map(PageBook.KnownPage::visit).ifPresent(visit -> {
            var at = visit.getNextAttempt();
            if (at != null) {
                add(visit.getUrl(), new Due.Page(link, at));
            }
        });
    }

    /**
     * Has a trial done as soon as its host allows.
     *
     * @return when that is at the earliest; null while the host is busy
     */
    @Nullable
    Instant addTrial(Task.Trial trial) {
        add(trial.url(), new Due.Trial(trial.order().getCommandId()));
        return gate.freeAt(hostOf(trial.url()));
    }

    /** Has a task done again whose turn went to something else. */
    void addAgain(KnownSource known, Task task) {
        if (task instanceof Task.Page page) {
            addPage(page.link());
        } else {
            addPoll(known, known.pollAt);
        }
    }

    /** Gives the next task whose time has come and whose host is free. */
    Optional<Turn> next() {
        for (var ready = schedule.poll(); ready.isPresent(); ready = schedule.poll()) {
            var task = taskOf(ready.get().task());
            if (task instanceof Task.Page page && !isWithinQuota(page, ready.get())) {
                task = null;
            }
            if (task != null) {
                return Optional.of(new Turn(ready.get(), task));
            }
            gate.leftUnasked(ready.get().host());
            schedule.done(ready.get());
        }
        return Optional.empty();
    }

    /** Has a page wait for the next day when its source has no more for this one. */
    private boolean isWithinQuota(Task.Page page, FetchSchedule.Ready<Due> ready) {
        var quota = Objects.requireNonNull(sources.get(page.source().getId()), "a page of a known source").quota;
        if (quota.take(page.link(), clock.instant())) {
            return true;
        }
        schedule.add(ready.host(), quota.renewedAt(), ready.task());
        return false;
    }

    /** Makes the task of what is due; null when that does not hold any more. */
    private @Nullable Task taskOf(Due due) {
        if (due instanceof Due.Poll poll) {
            var known = sources.get(poll.sourceId());
            return known != null && known.isPolled() && known.pollAt.equals(poll.at())
                    ? new Task.Poll(known.source, known.pollUrl(), known.visit, known.reading)
                    : null;
        }
        if (due instanceof Due.Trial trial) {
            return trials.get(trial.commandId());
        }
        var link = ((Due.Page) due).link();
        var page = pages.find(link).orElse(null);
        if (page == null || !due.at().equals(page.visit().getNextAttempt())) {
            return null;
        }
        var known = sources.get(page.visit().getSourceId());
        return known != null && known.isPolled()
                ? new Task.Page(known.source, link, page.visit(), known.items.get(link))
                : null;
    }

    private void add(String url, Due due) {
        schedule.add(hostOf(url), due.at(), due);
    }

    static String hostOf(String url) {
        return WebUrl.parse(url).map(WebUrl::host).orElse(url);
    }
}
