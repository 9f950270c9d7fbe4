package dev.dateline.client;

import dev.dateline.schema.EnrichedArticle;

/**
 * Takes what a subscription delivers, one call at a time, in order for each article. A call that throws ends the subscription, and
 * what was not committed is delivered again to the next one: be ready to see an event twice, with the same id.
 */
public interface ArticleListener {

    /** A new article, or a newer version of one: it takes the place of what was there under its id. */
    void article(EnrichedArticle article, Delivery delivery) throws Exception;

    /** An article was withdrawn, or no longer belongs to the topic: delete what is there under its id. */
    void gone(String articleId, Delivery delivery) throws Exception;

    /**
     * A record that cannot be read. The default ends the subscription, so that nothing is missed unnoticed; one that returns
     * goes on behind the record.
     */
    default void unreadable(byte[] value, Delivery delivery, RuntimeException cause) throws Exception {
        throw new IllegalStateException("the record of " + delivery.place() + " cannot be read", cause);
    }
}
