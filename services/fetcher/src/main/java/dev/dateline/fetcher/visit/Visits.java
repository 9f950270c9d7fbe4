package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.pipeline.Site;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.FetchVisit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    /**
     * A page that a feed lists and nobody has visited. A search engine's copy is not asked, but the page that it is a copy of.
     *
     * @param link canonical form of its address
     * @param listedAt address of the feed
     */
    static FetchVisit listed(FeedItem item, String link, String sourceId, String listedAt, Instant now) {
        var url = Objects.requireNonNull(item.getLink(), "what has no link is not visited");
        return FetchVisit.newBuilder(planned(Site.of(url).equals(Site.of(link)) ? url : link, sourceId, now))
                .setItem(item)
                .setListedAt(listedAt)
                .build();
    }

    /** The visit that takes the place of one whose page has led to another site. */
    static FetchVisit carriedOn(FetchVisit before, FetchVisit redirected, Instant now) {
        var target = Objects.requireNonNull(redirected.getMovedTo(), "a redirect has a target");
        return FetchVisit.newBuilder(planned(target, before.getSourceId(), now))
                .setVia(Hops.via(before, before.getUrl()))
                .setItem(before.getItem())
                .setListedAt(before.getListedAt())
                .build();
    }

    /** The address that is asked: of a feed where redirects led, if they did. */
    static String addressOf(FetchVisit visit) {
        return visit.getFeed() && visit.getMovedTo() != null ? visit.getMovedTo() : visit.getUrl();
    }

    /**
     * A visit as it is remembered: what the feed said is kept as long as it may be published again, its text until it was.
     *
     * @param outcome how the request ended, as metrics count it
     */
    static FetchVisit remembered(FetchVisit visit, String outcome) {
        var remembered = FetchVisit.newBuilder(visit).setOutcome(outcome);
        var item = visit.getItem();
        if (item != null && visit.getNextAttempt() == null) {
            remembered.setItem(null);
        } else if (item != null && visit.getArticleId() != null) {
            remembered.setItem(withoutContent(item));
        }
        return remembered.build();
    }

    /** An item without its content. */
    static FeedItem withoutContent(FeedItem item) {
        return item.getContent() == null
                ? item
                : FeedItem.newBuilder(item).setContent(null).build();
    }

    /** Says whether an address is not to be asked for any more. */
    static boolean isResting(FetchVisit visit) {
        return visit.getNextAttempt() == null;
    }

    /**
     * What is kept on the heap of a page that rests. An article that its feed gave us keeps what tells whether the feed has changed it.
     *
     * @param link canonical form of its address, held once
     */
    static FetchVisit resting(FetchVisit visit, String link) {
        if (FetchOutcome.FROM_FEED.label().equals(visit.getOutcome())) {
            return visit;
        }
        return FetchVisit.newBuilder(visit)
                .setUrl(link.equals(visit.getUrl()) ? link : visit.getUrl())
                .setCanonicalUrl(link.equals(visit.getCanonicalUrl()) ? link : visit.getCanonicalUrl())
                .setOutcome(
                        visit.getOutcome() == null ? null : visit.getOutcome().intern())
                .setSourceId(visit.getSourceId().intern())
                .setListedAt(null)
                .setVia(List.of())
                .setEtag(null)
                .setLastModified(null)
                .setBodyHash(null)
                .build();
    }

    /** The same visit, so that the next request gets the whole answer whatever the server takes for unchanged. */
    static FetchVisit withoutValidators(FetchVisit visit) {
        return FetchVisit.newBuilder(visit).setEtag(null).setLastModified(null).build();
    }

    /** Says whether an address was asked for at all. */
    static boolean wasAsked(FetchVisit visit) {
        return visit.getHttpStatus() != null || visit.getConsecutiveFailures() > 0;
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
