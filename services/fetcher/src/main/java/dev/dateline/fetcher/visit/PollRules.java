package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges the answers of feeds. A source is never given up, only asked more rarely. Pure. */
final class PollRules {
    private final PollInterval interval;
    private final BackOff backOff;

    /**
     * What an answer to a poll means.
     *
     * @param outcome label for metrics
     * @param problem for people; null when all is well
     */
    record Verdict(
            String outcome, FetchVisit visit, @Nullable String problem) {
        Verdict with(FetchVisit other) {
            return new Verdict(outcome, other, problem);
        }
    }

    PollRules(PollInterval interval, BackOff backOff) {
        this.interval = interval;
        this.backOff = backOff;
    }

    /**
     * Judges an answer.
     *
     * @param fresh how many of its items were not known
     * @param hint how often the feed wants to be asked
     */
    Verdict judge(Fetched.Polled polled, int fresh, FeedHints.Hint hint) {
        var answer = polled.answer();
        var listing = polled.listing();
        if (answer instanceof Answer.Content content && listing != null) {
            return listing.problem() == null
                    ? read(polled, content, listing, fresh, hint)
                    : failed(polled, FetchOutcome.NOT_A_FEED.label(), "is no feed: " + listing.problem(), null);
        }
        if (answer instanceof Answer.NotModified) {
            var visit = succeeded(polled, 0, 0, hint).build();
            return new Verdict(FetchOutcome.UNCHANGED.label(), visit, null);
        }
        if (answer instanceof Answer.Elsewhere elsewhere) {
            return elsewhere(polled, elsewhere);
        }
        if (answer instanceof Answer.Refused refused) {
            var reason = refused.reason().label();
            return failed(polled, reason, reason.replace('_', ' ') + ": " + refused.detail(), refused.retryAfter());
        }
        return answer instanceof Answer.Gone
                ? failed(
                        polled, FetchOutcome.GONE.label(), "is gone for good (410): remove or replace the source", null)
                : failed(polled, FetchOutcome.MISSING.label(), "is not there (404): check the address", null);
    }

    /** What to remember of a feed that made us fail. */
    Verdict crashed(Fetched.Crashed crashed, Task.Poll task) {
        return failed(
                task, crashed.at(), null, FetchOutcome.CRASHED.label(), "made us fail: " + crashed.problem(), null);
    }

    /** The poll goes on at the other site; what was planned and counted before it began stays as it is. */
    private Verdict elsewhere(Fetched.Polled polled, Answer.Elsewhere elsewhere) {
        var task = polled.task();
        var before = begun(task, polled.at());
        var refusal = Hops.refusal(before, task.url(), elsewhere.target());
        if (refusal != null) {
            var reason = refusal.label();
            return failed(polled, reason, reason.replace('_', ' ') + ": " + elsewhere.target(), null);
        }
        var visit = FetchVisit.newBuilder(before)
                .setMovedTo(elsewhere.target())
                .setDetour(before.getDetour() || !elsewhere.permanent())
                .setVia(Hops.via(before, task.url()))
                .build();
        return new Verdict(FetchOutcome.ELSEWHERE.label(), visit, null);
    }

    private Verdict read(
            Fetched.Polled polled, Answer.Content content, Fetched.Listing listing, int fresh, FeedHints.Hint hint) {
        var before = polled.task().visit();
        var visit = succeeded(polled, fresh, listing.items().size(), hint)
                .setEtag(content.headers().etag())
                .setLastModified(content.headers().lastModified())
                .setBodyHash(listing.bodyHash())
                .build();
        if (before == null || before.getHttpStatus() == null) {
            return new Verdict(FetchOutcome.NEW.label(), visit, null);
        }
        var same = fresh == 0 && listing.bodyHash().equals(before.getBodyHash());
        return new Verdict((same ? FetchOutcome.UNCHANGED : FetchOutcome.CHANGED).label(), visit, null);
    }

    private FetchVisit.Builder succeeded(Fetched.Polled polled, int fresh, int listed, FeedHints.Hint hint) {
        var before = polled.task().visit();
        var source = polled.task().source();
        var wait = interval.next(source, lastInterval(before), hint.interval(), fresh, listed);
        var moved = polled.answer().trip().movedTo();
        return attempted(polled.task(), polled.at(), polled.answer().status())
                .setConsecutiveFailures(0)
                .setNextAttempt(polled.at().plus(interval.outsideSkipped(source, polled.at(), wait, hint.pace())))
                .setMovedTo(before == null ? moved : movedTo(before, moved))
                .setDetour(false)
                .setVia(List.of());
    }

    private static @Nullable String movedTo(FetchVisit before, @Nullable String moved) {
        if (before.getDetour()) {
            return null;
        }
        return moved == null ? before.getMovedTo() : moved;
    }

    private Verdict failed(Fetched.Polled polled, String outcome, String problem, @Nullable Duration retryAfter) {
        return failed(polled.task(), polled.at(), polled.answer().status(), outcome, problem, retryAfter);
    }

    private Verdict failed(
            Task.Poll task,
            Instant at,
            @Nullable Integer status,
            String outcome,
            String problem,
            @Nullable Duration retryAfter) {
        var failures = task.visit() == null ? 1 : task.visit().getConsecutiveFailures() + 1;
        var visit = attempted(task, at, status)
                .setConsecutiveFailures(failures)
                .setNextAttempt(at.plus(backOff.after(failures, retryAfter)))
                // The source's own address may be right again
                .setMovedTo(null)
                .setDetour(false)
                .setVia(List.of())
                .build();
        return new Verdict(outcome, visit, task.url() + " " + problem);
    }

    private static FetchVisit.Builder attempted(Task.Poll task, Instant at, @Nullable Integer status) {
        return Visits.attempted(begun(task, at), at, status);
    }

    private static FetchVisit begun(Task.Poll task, Instant at) {
        Source source = task.source();
        return task.visit() == null
                ? FetchVisit.newBuilder(Visits.planned(source.getUrl(), source.getId(), at))
                        .setFeed(true)
                        .build()
                : task.visit();
    }

    private static @Nullable Duration lastInterval(@Nullable FetchVisit before) {
        if (before == null || before.getConsecutiveFailures() > 0) {
            return null;
        }
        var interval = Duration.between(
                before.getLastAttempt(), Objects.requireNonNullElse(before.getNextAttempt(), before.getLastAttempt()));
        // A first poll that was redirected has no interval yet
        return interval.isZero() ? null : interval;
    }
}
