package dev.dateline.fetcher.visit;

import dev.dateline.schema.FeedItem;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source and what is known of it. Mutable, not thread-safe; made anew when the source changes. */
final class KnownSource {
    final Source source;

    /** The feed's own visit; null before the first poll. */
    @Nullable
    FetchVisit visit;

    /** When the feed is polled next; what is scheduled for another time is out of date. */
    Instant pollAt = Instant.MAX;

    /** What the poll under way has read of a sitemap in parts; null when no such poll is. */
    @Nullable
    SitemapReading reading;

    /** As published last; null when nothing was. */
    @Nullable
    SourceStatus status;

    /** True when {@link #status} has changed since it was published. */
    boolean isStatusDue;

    /** What the feed lists now, by link, without the content: that of thousands of feeds would fill the heap. */
    Map<String, FeedItem> items = Map.of();

    /** True when the feed was read since this instance has looked after it, so that {@link #items} are all that it lists. */
    private boolean isRead;

    KnownSource(Source source) {
        this.source = source;
    }

    /** Takes over what was known of the source before it was changed. */
    void continueFrom(KnownSource before) {
        visit = before.visit;
        status = before.status;
        isStatusDue = before.isStatusDue;
        items = before.items;
        isRead = before.isRead;
    }

    /** Takes in what the feed lists. */
    void read(Map<String, FeedItem> listed) {
        items = listed;
        isRead = true;
    }

    /** Says whether the feed lists a page, as far as that is known: one that has not changed since a restart was not read again. */
    boolean mayList(@Nullable String link) {
        return !isRead || items.containsKey(link);
    }

    String id() {
        return source.getId();
    }

    boolean isPolled() {
        return source.getEnabled();
    }

    boolean wasAskedSince(Instant moment) {
        return visit != null && !visit.getLastAttempt().isBefore(moment);
    }

    /** When to poll a source that was just added or changed: when it was due anyway, or now when that is not known. */
    Instant firstPoll(Instant now) {
        return visit == null || visit.getNextAttempt() == null ? now : visit.getNextAttempt();
    }

    /** The address that is asked: the next part of a sitemap, where permanent redirects led, else the source's own. */
    String pollUrl() {
        if (reading != null) {
            return reading.part();
        }
        return feedUrl();
    }

    /** The address at whose site the source stays while it is on no detour. */
    String homeUrl() {
        return visit != null && visit.getDetour() ? source.getUrl() : feedUrl();
    }

    /** Where a poll begins: where redirects led, else the source's own address. */
    String feedUrl() {
        return visit == null ? source.getUrl() : Visits.addressOf(visit);
    }
}
