package dev.dateline.fetcher.work;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.visit.Fetched;
import dev.dateline.pipeline.feed.FeedParser;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.SourceKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads off a poll what an operator wants to know beside its items. Pure. */
final class TrialReader {
    private TrialReader() {}

    /** Names the charset that a feed was read with; null where there is none. A sitemap may be packed. */
    static @Nullable String charset(Fetched poll) {
        return poll instanceof Fetched.Polled polled
                        && polled.answer() instanceof Answer.Content content
                        && polled.task().source().getKind() == SourceKind.FEED
                ? FeedParser.charsetOf(content.body(), content.headers().contentType())
                : null;
    }

    /** Gives the links of all items that were listed so far. */
    static List<String> links(Fetched poll) {
        var listing = poll instanceof Fetched.Polled polled
                ? polled.listing()
                : ((Fetched.PartRead) poll).reading().listing();
        return listing == null
                ? List.of()
                : listing.items().stream()
                        .map(FeedItem::getLink)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
