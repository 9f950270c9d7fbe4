package dev.dateline.standalone.newsroom;

/** Writes a feed in one format. */
interface FeedWriter {

    /** Gives the media type of the format, without parameters. */
    String mediaType();

    byte[] write(FeedDocument feed);

    static FeedWriter of(FeedKind kind) {
        return switch (kind) {
            case RSS -> new RssWriter();
            case ATOM -> new AtomWriter();
            case JSON -> new JsonFeedWriter();
        };
    }
}
