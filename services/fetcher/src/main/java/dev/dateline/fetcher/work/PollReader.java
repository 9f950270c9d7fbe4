package dev.dateline.fetcher.work;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.visit.Fetched;
import dev.dateline.fetcher.visit.SitemapReading;
import dev.dateline.fetcher.visit.Task;
import dev.dateline.pipeline.Sha256;
import dev.dateline.pipeline.feed.Feed;
import dev.dateline.pipeline.feed.FeedEntry;
import dev.dateline.pipeline.feed.FeedParser;
import dev.dateline.pipeline.feed.FeedProblem;
import dev.dateline.pipeline.feed.FeedResult;
import dev.dateline.pipeline.feed.FutureDates;
import dev.dateline.pipeline.feed.PageLinks;
import dev.dateline.pipeline.feed.SitemapIndex;
import dev.dateline.pipeline.feed.SitemapParser;
import dev.dateline.schema.SourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the web gives to a poll. Pure. */
final class PollReader {
    /**
     * Parts of an index that are read, those that changed last, or that seem to be the latest where no date tells: older ones
     * are archives, which bring no news.
     */
    static final int MOST_PARTS = 5;

    private PollReader() {}

    static Fetched read(Task.Poll task, Instant at, Answer answer) {
        if (!(answer instanceof Answer.Content content)) {
            return read(task, at, answer, null);
        }
        if (task.source().getKind() == SourceKind.PAGE) {
            return new Fetched.Polled(task, at, answer, pageListing(content));
        }
        var result = FutureDates.setBack(parse(task, content), at);
        if (task.reading() == null
                && result instanceof SitemapIndex index
                && !index.parts().isEmpty()) {
            var parts = index.parts().stream().map(SitemapIndex.Part::url).distinct();
            var reading = SitemapReading.of(content, parts.limit(MOST_PARTS).toList());
            return new Fetched.PartRead(task, at, answer, null, reading);
        }
        return read(task, at, answer, listing(content, result));
    }

    private static Fetched read(Task.Poll task, Instant at, Answer answer, Fetched.@Nullable Listing listing) {
        var reading = task.reading();
        if (reading == null) {
            return new Fetched.Polled(task, at, answer, listing);
        }
        return new Fetched.PartRead(task, at, answer, listing, reading.next(join(reading.listing(), listing)));
    }

    private static FeedResult parse(Task.Poll task, Answer.Content content) {
        var type = content.headers().contentType();
        var url = content.trip().finalUrl();
        return task.source().getKind() == SourceKind.SITEMAP
                ? SitemapParser.parse(content.body(), type, url)
                : FeedParser.parse(content.body(), type, url);
    }

    /** The hash is that of what is listed: clocks and advertisements make every copy of a page another one. */
    private static Fetched.Listing pageListing(Answer.Content content) {
        var items = PageLinks.of(
                content.body(), content.headers().contentType(), content.trip().finalUrl());
        var lines = items.stream().map(item -> item.getLink() + " " + item.getTitle());
        var hash = Sha256.hex(lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
        return new Fetched.Listing(
                hash, items, items.isEmpty() ? "a page without links to articles of its site" : null);
    }

    private static Fetched.Listing listing(Answer.Content content, FeedResult result) {
        var hash = Sha256.hex(content.body());
        if (result instanceof FeedProblem problem) {
            var what = problem.kind().label().replace('_', ' ') + ", " + problem.detail();
            return new Fetched.Listing(hash, List.of(), what);
        }
        if (result instanceof SitemapIndex index) {
            return new Fetched.Listing(
                    hash, List.of(), index.parts().isEmpty() ? "an empty index" : "an index within an index");
        }
        var feed = (Feed) result;
        var items = feed.entries().stream().map(FeedEntry::item).toList();
        return new Fetched.Listing(hash, items, null, feed.pace(), feed.omitted());
    }

    /** Adds what a part lists to what there is, unless it could not be read. */
    private static Fetched.@Nullable Listing join(Fetched.@Nullable Listing before, Fetched.@Nullable Listing part) {
        if (part == null || part.problem() != null) {
            return before;
        }
        if (before == null) {
            return part;
        }
        var items = new ArrayList<>(before.items());
        items.addAll(part.items());
        var hashes = before.bodyHash() + part.bodyHash();
        var hash = Sha256.hex(hashes.getBytes(StandardCharsets.US_ASCII));
        return new Fetched.Listing(hash, items, null, before.pace(), before.omitted() + part.omitted());
    }
}
