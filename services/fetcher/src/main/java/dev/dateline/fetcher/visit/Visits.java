package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.schema.FetchVisit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the record of a visit from the one before. */
final class Visits {
    private Visits() {}

    /** An address that is to be visited for the first time. */
    static FetchVisit planned(String url, String sourceId, Instant now) {
        return FetchVisit.newBuilder()
                .setUrl(url)
                .setSourceId(sourceId)
                .setFirstSeen(now)
                .setLastAttempt(now)
                .setNextAttempt(now)
                .build();
    }

    /** Says whether a page was had or given up. */
    static boolean isSettled(FetchVisit visit) {
        return visit.getArticleId() != null || visit.getNextAttempt() == null;
    }

    /** The visit before, with a new attempt. */
    static FetchVisit.Builder attempted(FetchVisit before, Instant at, @Nullable Integer status) {
        return FetchVisit.newBuilder(before).setLastAttempt(at).setHttpStatus(status);
    }

    /** The visit before, with an attempt that was answered and the time of the next one. */
    static FetchVisit.Builder answered(Fetched.Opened opened, RevisitPlan plan) {
        var before = opened.task().visit();
        var revisits = before.getRevisits() + (opened.task().isRevisit() ? 1 : 0);
        return attempted(before, opened.at(), opened.answer().status())
                .setRevisits(revisits)
                .setConsecutiveFailures(0)
                .setMissingSince(null)
                .setNextAttempt(plan.of(opened.task().source()).next(before.getFirstSeen(), revisits, opened.at()));
    }

    /** Adds what tells this content from other content. */
    static FetchVisit.Builder withContent(FetchVisit.Builder visit, Fetched.Opened opened, Answer.Content content) {
        return visit.setEtag(content.headers().etag())
                .setLastModified(content.headers().lastModified())
                .setBodyHash(opened.bodyHash());
    }
}
