package dev.dateline.pipeline.feed;

import dev.dateline.schema.FeedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sets back the dates that lie ahead of the moment a feed was fetched. Publishers' clocks run ahead, zones are left out, years
 * mistyped: an article that was listed is not from tomorrow, and would stand above all others until then.
 */
public final class FutureDates {
    /** How far ahead a date may lie. */
    public static final Duration SLACK = Duration.ofHours(1);

    private FutureDates() {}

    /** Gives the same, with no date later than {@link #SLACK} after a moment; the detail says which were. */
    public static FeedResult setBack(FeedResult result, Instant fetchedAt) {
        if (!(result instanceof Feed feed)) {
            return result;
        }
        var latest = fetchedAt.plus(SLACK);
        return new Feed(
                feed.format(),
                feed.title(),
                feed.link(),
                feed.language(),
                setBack(feed.detail(), latest),
                feed.pace(),
                feed.entries().stream().map(entry -> setBack(entry, latest)).toList(),
                feed.omitted());
    }

    private static FeedEntry setBack(FeedEntry entry, Instant latest) {
        var detail = setBack(entry.detail(), latest);
        if (detail.equals(entry.detail())) {
            return entry;
        }
        var item = FeedItem.newBuilder(entry.item())
                .setPublished(instant(detail.published()))
                .setUpdated(instant(detail.updated()))
                .setPublishedDoubt(FeedMoment.doubtOf(detail.published()))
                .setUpdatedDoubt(FeedMoment.doubtOf(detail.updated()))
                .build();
        return new FeedEntry(item, detail);
    }

    private static FeedDetail setBack(FeedDetail detail, Instant latest) {
        var published = setBack(detail.published(), latest);
        var updated = setBack(detail.updated(), latest);
        return Objects.equals(published, detail.published()) && Objects.equals(updated, detail.updated())
                ? detail
                : detail.withDates(published, updated);
    }

    private static @Nullable FeedMoment setBack(@Nullable FeedMoment moment, Instant latest) {
        return moment == null ? null : moment.notAfter(latest);
    }

    private static @Nullable Instant instant(@Nullable FeedMoment moment) {
        return moment == null ? null : moment.instant();
    }
}
