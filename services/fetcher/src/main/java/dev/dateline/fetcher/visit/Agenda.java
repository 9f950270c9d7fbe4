package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.manners.FetchSchedule;
import dev.dateline.fetcher.manners.HostGate;
import dev.dateline.pipeline.Site;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is due when, in the queues of the sites. */
final class Agenda {
    private final HostGate gate;
    private final FetchSchedule<Due> schedule;
    private final Map<String, Source> sources;
    private final Map<String, KnownSource> polled;
    private final PageBook pages;
    private final Map<String, Task.Trial> trials;
    private final Quotas quotas;
    private final InstantSource clock;
    private final WorkShares shares = new WorkShares();

    /**
     * Creates an empty agenda.
     *
     * @param sources all of them by id, as they are when something's turn has come
     * @param polled those that are ours to poll
     * @param trials by the order's id, those that somebody still waits for
     */
    Agenda(
            HostGate gate,
            FetchSchedule<Due> schedule,
            Map<String, Source> sources,
            Map<String, KnownSource> polled,
            PageBook pages,
            Map<String, Task.Trial> trials,
            Quotas quotas,
            InstantSource clock) {
        this.gate = gate;
        this.schedule = schedule;
        this.sources = sources;
        this.polled = polled;
        this.pages = pages;
        this.trials = trials;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** Forgets what a source that is gone wanted of us. */
    void forget(String sourceId) {
        gate.forget(sourceId);
        quotas.forget(sourceId);
    }

    /** Takes in which pages of a source were asked for, as it was read back. */
    void recall(String sourceId) {
        quotas.recall(sourceId, pages.attemptsOf(sourceId));
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
        return gate.freeAt(Site.of(trial.url()));
    }

    /**
     * Gives the next task whose time has come, whose host is free and whose source has its share.
     *
     * @param free workers, at least one
     */
    Optional<Turn> next(int free) {
        for (var ready = schedule.poll(); ready.isPresent(); ready = schedule.poll()) {
            var task = taskOf(ready.get().task());
            var later = task == null ? null : waits(task, free);
            if (task != null && later == null) {
                shares.begun(task.source().getId());
                return Optional.of(new Turn(ready.get(), task));
            }
            if (later != null) {
                schedule.add(ready.get().host(), later, ready.get().task());
            }
            gate.leftUnasked(ready.get().host());
            schedule.done(ready.get());
        }
        return Optional.empty();
    }

    /** Takes in that a task is done, however it ended. */
    void done(Task task) {
        shares.done(task.source().getId());
    }

    /** Gives until when a task has to wait; null when it has not. */
    private @Nullable Instant waits(Task task, int free) {
        if (!shares.allow(task.source().getId(), free)) {
            return clock.instant().plus(WorkShares.WAIT);
        }
        return task instanceof Task.Page page && !quotas.take(page.source(), page.link())
                ? quotas.renewedAt(page.source())
                : null;
    }

    /** Makes the task of what is due; null when that does not hold any more. */
    private @Nullable Task taskOf(Due due) {
        if (due instanceof Due.Poll poll) {
            var known = polled.get(poll.sourceId());
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
        var source = sources.get(page.visit().getSourceId());
        return source != null && source.getEnabled()
                ? new Task.Page(source, link, page.visit(), itemOf(page.visit(), link))
                : null;
    }

    /** What the feed says of a page now, where that is known, with the content that it had at first. */
    private @Nullable FeedItem itemOf(FetchVisit visit, String link) {
        var known = polled.get(visit.getSourceId());
        var listed = known == null ? null : known.items.get(link);
        var first = visit.getItem();
        if (listed == null || first == null || first.getContent() == null) {
            return listed == null ? first : listed;
        }
        return FeedItem.newBuilder(listed).setContent(first.getContent()).build();
    }

    private void add(String url, Due due) {
        schedule.add(Site.of(url), due.at(), due);
    }
}
