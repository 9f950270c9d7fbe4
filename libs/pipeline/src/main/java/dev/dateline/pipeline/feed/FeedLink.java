package dev.dateline.pipeline.feed;

/**
 * A link of a feed or one of its items.
 *
 * @param url absolute
 * @param rel what it leads to: alternate, enclosure, comments, self...
 * @param type media type; empty when the feed does not say
 */
public record FeedLink(String url, String rel, String type) {
    static final String ALTERNATE = "alternate";
    static final String ENCLOSURE = "enclosure";

    boolean isAlternate() {
        return rel.equals(ALTERNATE);
    }
}
