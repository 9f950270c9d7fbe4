package dev.dateline.pipeline.feed;

import dev.dateline.schema.FeedItem;
import java.util.List;

/**
 * One item of a feed.
 *
 * @param item what goes with the article through the pipeline; its link is the article's page, absolute
 * @param links every link of the item, that one included: enclosures, comments, alternates
 */
public record FeedEntry(FeedItem item, List<FeedLink> links) {
    public FeedEntry {
        links = List.copyOf(links);
    }
}
