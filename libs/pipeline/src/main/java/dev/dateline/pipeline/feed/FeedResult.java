package dev.dateline.pipeline.feed;

/** What a document turned out to be: a {@link Feed}, or none, and why. */
public sealed interface FeedResult permits Feed, FeedProblem {}
