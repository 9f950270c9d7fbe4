package dev.dateline.fetcher.visit;

import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tells how the sources are doing. Written by one thread; {@link #statuses} may be asked from any. */
final class StatusBoard {
    /** Times change with every poll and are told with it, so that a silent source shows at once; but no more often than this. */
    private static final Duration RETELL = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Quotas quotas;
    private final Map<String, SourceStatus> statuses = new ConcurrentHashMap<>();

    StatusBoard(Ledger ledger, Quotas quotas) {
        this.ledger = ledger;
        this.quotas = quotas;
    }

    /** Tells of a source that was added or changed. */
    void added(KnownSource known, Instant now) {
        var state = known.isPolled() ? resumed(known.status) : SourceState.PAUSED;
        var problem = known.status == null || !known.isPolled() ? null : known.status.getProblem();
        tell(known, status(known, now).setState(state).setProblem(problem).build());
    }

    /**
     * Tells how a poll ended.
     *
     * @param problem null when it ended well
     */
    void polled(KnownSource known, Instant at, @Nullable String problem) {
        var visit = known.visit;
        if (visit == null) {
            return;
        }
        var status = status(known, at)
                .setState(problem == null ? SourceState.OK : SourceState.FAILING)
                .setHttpStatus(visit.getHttpStatus())
                .setConsecutiveFailures(visit.getConsecutiveFailures())
                .setLastAttempt(at)
                .setProblem(problem == null ? quotas.note(known.source) : problem);
        if (problem == null) {
            status.setLastSuccess(at);
            if (!known.items.isEmpty()) {
                status.setItems(known.items.size());
            }
        }
        tell(known, status.build());
    }

    /** Counts an article that was published; it is told with the next word on its source. */
    void published(KnownSource known, Instant at) {
        if (known.status != null) {
            known.status = SourceStatus.newBuilder(known.status)
                    .setArticles(known.status.getArticles() + 1)
                    .setRhythm(Rhythm.after(known.status.getRhythm(), at))
                    .build();
            statuses.put(known.id(), known.status);
            known.isStatusDue = true;
        }
    }

    /** Tells what was counted of a source and not told yet. */
    void tellDue(KnownSource known) {
        if (known.status != null && known.isStatusDue) {
            tell(known, known.status);
        }
    }

    void removed(String sourceId) {
        statuses.remove(sourceId);
        ledger.tellRemoved(sourceId);
    }

    /** Forgets a source that another instance tells of from now on. */
    void left(String sourceId) {
        statuses.remove(sourceId);
    }

    /** Gives how all of them are doing, told or not. */
    Collection<SourceStatus> statuses() {
        return List.copyOf(statuses.values());
    }

    private static SourceState resumed(@Nullable SourceStatus before) {
        return before == null || before.getState() == SourceState.PAUSED ? SourceState.NEW : before.getState();
    }

    private static SourceStatus.Builder status(KnownSource known, Instant now) {
        var status = known.status == null
                ? SourceStatus.newBuilder().setLastAttempt(now)
                : SourceStatus.newBuilder(known.status);
        var next = known.visit == null ? null : known.visit.getNextAttempt();
        return status.setSourceId(known.id())
                .setName(known.source.getName())
                .setUrl(known.source.getUrl())
                .setNextAttempt(next == null ? now : next);
    }

    private void tell(KnownSource known, SourceStatus status) {
        statuses.put(known.id(), status);
        var before = known.status;
        var isDue = before == null || known.isStatusDue || isNews(before, status);
        if (isDue) {
            known.status = status;
            known.isStatusDue = false;
            ledger.tell(status);
        }
    }

    private static boolean isNews(SourceStatus before, SourceStatus now) {
        return !withTimesOf(now, before).equals(before)
                || before.getLastAttempt().plus(RETELL).compareTo(now.getLastAttempt()) <= 0;
    }

    private static SourceStatus withTimesOf(SourceStatus status, SourceStatus times) {
        return SourceStatus.newBuilder(status)
                .setLastAttempt(times.getLastAttempt())
                .setLastSuccess(times.getLastSuccess())
                .setNextAttempt(times.getNextAttempt())
                .build();
    }
}
