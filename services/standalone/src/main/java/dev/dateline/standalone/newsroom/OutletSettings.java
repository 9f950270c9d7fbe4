package dev.dateline.standalone.newsroom;

import java.util.List;

/**
 * What {@code outlet.yaml} says of an outlet.
 *
 * @param country ISO 3166-1 alpha-2
 * @param language BCP 47; an article may have its own
 * @param zone time zone of its clocks, such as Asia/Almaty
 * @param charset encoding of its pages and of its feed
 * @param contentType header of its pages, as sent
 * @param tracking query that its feed adds to links; may be empty
 * @param articles slugs, newest first, in the order of the feed
 */
record OutletSettings(
        String name,
        String country,
        String language,
        String zone,
        String charset,
        String contentType,
        FeedPlan feed,
        String tracking,
        Markup markup,
        List<String> articles) {

    /**
     * Where the outlet's feed is and what it looks like.
     *
     * @param failures what its first requests are answered with, one after the other, before it works
     */
    record FeedPlan(FeedKind kind, String path, List<FeedFailure> failures) {}

    /** Patterns that turn blocks of a text into the outlet's own HTML; %s is the content. */
    record Markup(String paragraph, String heading, String byline, String related) {}
}
