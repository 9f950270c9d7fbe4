package dev.dateline.pipeline.feed;

/** What a document turned out to be: a {@link Feed}, an index of sitemaps, or neither, and why. */
public sealed interface FeedResult permits Feed, SitemapIndex, FeedProblem {}
