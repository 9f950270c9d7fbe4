package dev.dateline.pipeline.feed;

import dev.dateline.schema.FeedItem;

/**
 * One item of a feed.
 *
 * @param item what goes with the article through the pipeline; its link is the article's page, absolute
 * @param detail all that the item says, as written
 */
public record FeedEntry(FeedItem item, FeedDetail detail) {}
