package dev.dateline.standalone.newsroom;

/** Writes a feed in one format. */
interface FeedWriter {

    /** Gives the media type of the format, without parameters. */
    String mediaType();

    byte[] write(FeedDocument feed);

    static FeedWriter of(FeedKind kind) {
        return switch (kind) {
            case RSS -> new RssWriter();
            case RSS_1 -> new Rss1Writer();
            case ATOM -> new AtomWriter();
            case JSON -> new JsonFeedWriter();
            case SITEMAP -> new NewsSitemapWriter();
        };
    }
}
