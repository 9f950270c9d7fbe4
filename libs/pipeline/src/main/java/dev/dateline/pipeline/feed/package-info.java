/**
 * Reads what a site announces: RSS, Atom and JSON Feed, and sitemaps. Start with {@link
 * dev.dateline.pipeline.feed.FeedParser}, which gives a {@link dev.dateline.pipeline.feed.FeedResult}; {@link
 * dev.dateline.pipeline.feed.SitemapParser} gives the same.
 */
@NullMarked
package dev.dateline.pipeline.feed;

import org.jspecify.annotations.NullMarked;
