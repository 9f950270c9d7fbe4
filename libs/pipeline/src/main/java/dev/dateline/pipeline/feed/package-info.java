/**
 * Reads what a site announces: RSS, Atom and JSON Feed. Start with {@link dev.dateline.pipeline.feed.FeedParser}, which
 * gives a {@link dev.dateline.pipeline.feed.FeedResult}.
 */
@NullMarked
package dev.dateline.pipeline.feed;

import org.jspecify.annotations.NullMarked;
