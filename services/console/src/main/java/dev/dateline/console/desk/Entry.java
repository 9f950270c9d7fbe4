package dev.dateline.console.desk;

import dev.dateline.schema.EnrichedArticle;
import java.time.Instant;

/**
 * The newest version of an article as the console keeps it.
 *
 * @param article the record, its text cut to an excerpt
 * @param at when it was taken in, which orders the feed
 * @param place where it stands in Kafka
 */
public record Entry(EnrichedArticle article, Instant at, Place place) {
    /** Characters of text that are kept: 10,000 articles of any length fit into memory. */
    static final int EXCERPT = 600;

    /** A record's place in Kafka. */
    public record Place(String topic, int partition, long offset) {}

    static Entry of(EnrichedArticle article, Instant at, Place place) {
        var text = article.getText();
        var kept = text.length() <= EXCERPT
                ? article
                : EnrichedArticle.newBuilder(article).setText(excerpt(text)).build();
        return new Entry(kept, at, place);
    }

    private static String excerpt(String text) {
        var end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
        return text.substring(0, end) + "…";
    }
}
