package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.fetcher.robots.RobotsVerdict;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.FetchVisit;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges the answers of article pages. Identity is decided at the first success and kept: an address that later leads
 * elsewhere is no new version of what it led to. Pure.
 */
final class PageRules {
    /** Tries in a row before a page is given up: with the back-off of one minute to six hours, two days, so that an outage of ours costs nothing. */
    static final int MOST_TRIES = 16;

    /** What will not be otherwise next time. */
    private static final Set<FetchFailure> LASTING = EnumSet.of(
            FetchFailure.BAD_URL,
            FetchFailure.BLOCKED_PORT,
            FetchFailure.BLOCKED_ADDRESS,
            FetchFailure.TOO_LARGE,
            FetchFailure.DECOMPRESSION_BOMB,
            FetchFailure.HEADERS_TOO_LARGE,
            FetchFailure.TOO_MANY_REDIRECTS,
            FetchFailure.REDIRECT_LOOP,
            FetchFailure.BAD_REDIRECT,
            FetchFailure.ROBOTS_FORBIDDEN,
            FetchFailure.WALL);

    private final RevisitPlan plan;
    private final BackOff backOff;

    PageRules(RevisitPlan plan, BackOff backOff) {
        this.plan = plan;
        this.backOff = backOff;
    }

    /**
     * Judges an answer.
     *
     * @param isKnown says of an article id whether another address has brought it already
     * @param hostIsBroken true when too much of the host fails for one page to be believed gone
     */
    PageVerdict judge(Fetched.Opened opened, Predicate<String> isKnown, boolean hostIsBroken) {
        var answer = opened.answer();
        if (answer instanceof Answer.Content content) {
            if (Wall.stands(opened.task().url(), content.trip().finalUrl())) {
                return refused(opened, FetchFailure.WALL, null);
            }
            return new ContentRules(plan).judge(opened, content, isKnown);
        }
        if (answer instanceof Answer.NotModified) {
            return new PageVerdict(FetchOutcome.UNCHANGED, answered(opened).build(), null);
        }
        if (answer instanceof Answer.Elsewhere elsewhere) {
            return elsewhere(opened, elsewhere);
        }
        if (answer instanceof Answer.Gone) {
            return gone(opened, hostIsBroken);
        }
        if (answer instanceof Answer.Missing) {
            return missing(opened, hostIsBroken);
        }
        var refused = (Answer.Refused) answer;
        return refused(opened, refused.reason(), refused.retryAfter());
    }

    private PageVerdict refused(Fetched.Opened opened, FetchFailure reason, @Nullable Duration retryAfter) {
        var tried = tried(opened.task(), opened.at(), opened.answer().status(), retryAfter);
        var visit = LASTING.contains(reason) ? skip(opened.task(), tried) : tried;
        return new PageVerdict(reason.label(), visit, null);
    }

    /** What to remember of a page that the site's robots.txt keeps us from. */
    PageVerdict forbidden(Fetched.Forbidden forbidden) {
        var verdict = forbidden.verdict();
        var tried = tried(forbidden.task(), forbidden.at(), null, wait(verdict, forbidden.at()));
        return verdict.unreachable()
                ? new PageVerdict(FetchFailure.ROBOTS_UNREACHABLE.label(), tried, null)
                : new PageVerdict(FetchFailure.ROBOTS_FORBIDDEN.label(), skip(forbidden.task(), tried), null);
    }

    /** What to remember of a page that made us fail. */
    PageVerdict crashed(Task.Page task, Instant at) {
        return new PageVerdict(FetchOutcome.CRASHED, tried(task, at, null, null), null);
    }

    private static @Nullable Duration wait(RobotsVerdict verdict, Instant now) {
        return verdict.unreachable() ? Duration.between(now, verdict.validUntil()) : null;
    }

    private PageVerdict elsewhere(Fetched.Opened opened, Answer.Elsewhere elsewhere) {
        var task = opened.task();
        if (task.isRevisit()) {
            return new PageVerdict(FetchOutcome.MOVED, answered(opened).build(), null);
        }
        var refusal = Hops.refusal(task.visit(), task.url(), elsewhere.target());
        if (refusal != null) {
            return refused(opened, refusal, null);
        }
        var visit = answered(opened).setNextAttempt(null).setMovedTo(elsewhere.target());
        return new PageVerdict(FetchOutcome.ELSEWHERE, visit.build(), null);
    }

    private PageVerdict gone(Fetched.Opened opened, boolean hostIsBroken) {
        var before = opened.task().visit();
        if (before.getArticleId() == null) {
            return new PageVerdict(
                    FetchOutcome.GONE, answered(opened).setNextAttempt(null).build(), null);
        }
        if (before.getStatus() == ArticleStatus.WITHDRAWN) {
            return new PageVerdict(FetchOutcome.GONE, answered(opened).build(), null);
        }
        return hostIsBroken ? held(opened) : withdrawn(opened, "410 Gone");
    }

    private PageVerdict missing(Fetched.Opened opened, boolean hostIsBroken) {
        var before = opened.task().visit();
        if (before.getArticleId() == null) {
            // Feeds announce pages before they are there
            return new PageVerdict(
                    FetchOutcome.MISSING,
                    tried(opened.task(), opened.at(), opened.answer().status(), null),
                    null);
        }
        if (before.getStatus() == ArticleStatus.WITHDRAWN) {
            return new PageVerdict(FetchOutcome.MISSING, answered(opened).build(), null);
        }
        var since = before.getMissingSince();
        if (since == null || opened.at().isBefore(since.plus(plan.confirmMissing()))) {
            return new PageVerdict(FetchOutcome.MISSING, doubted(opened), null);
        }
        return hostIsBroken ? held(opened) : withdrawn(opened, "404 Not Found, confirmed");
    }

    private PageVerdict held(Fetched.Opened opened) {
        return new PageVerdict(FetchOutcome.HELD, doubted(opened), null);
    }

    private FetchVisit doubted(Fetched.Opened opened) {
        var before = opened.task().visit();
        var since = Objects.requireNonNullElse(before.getMissingSince(), opened.at());
        var confirmAt = since.plus(plan.confirmMissing());
        return Visits.attempted(before, opened.at(), opened.answer().status())
                .setMissingSince(since)
                .setNextAttempt(
                        confirmAt.isAfter(opened.at()) ? confirmAt : opened.at().plus(plan.confirmMissing()))
                .build();
    }

    private PageVerdict withdrawn(Fetched.Opened opened, String reason) {
        var visit = answered(opened)
                .setStatus(ArticleStatus.WITHDRAWN)
                .setMissingSince(null)
                // Whatever is there later is news, even if it is what was there before
                .setEtag(null)
                .setLastModified(null)
                .setBodyHash(null)
                .build();
        return new PageVerdict(FetchOutcome.WITHDRAWN, visit, RawArticles.withdrawal(opened, reason));
    }

    private FetchVisit.Builder answered(Fetched.Opened opened) {
        return Visits.answered(opened, plan);
    }

    private FetchVisit tried(Task.Page task, Instant at, @Nullable Integer status, @Nullable Duration retryAfter) {
        var before = task.visit();
        var failures = before.getConsecutiveFailures() + 1;
        var visit = Visits.attempted(before, at, status)
                .setConsecutiveFailures(failures)
                .setNextAttempt(at.plus(backOff.after(failures, retryAfter)))
                .build();
        return failures < MOST_TRIES ? visit : skip(task, visit);
    }

    /** Gives a page up, or only this revisit of it when it was had before. */
    private FetchVisit skip(Task.Page task, FetchVisit tried) {
        var revisits = tried.getRevisits() + (task.isRevisit() ? 1 : 0);
        return FetchVisit.newBuilder(tried)
                .setRevisits(revisits)
                .setConsecutiveFailures(0)
                .setNextAttempt(
                        task.isRevisit()
                                ? plan.of(task.source()).next(tried.getFirstSeen(), revisits, tried.getLastAttempt())
                                : null)
                .build();
    }
}
