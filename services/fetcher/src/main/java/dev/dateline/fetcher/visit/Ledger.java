package dev.dateline.fetcher.visit;

import dev.dateline.schema.FetchRequest;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.SourceStatus;
import dev.dateline.schema.SourceTrial;

/** Takes down what is to be published; all that is entered between two commits becomes visible at once or not at all. */
public interface Ledger {
    /**
     * Publishes an article.
     *
     * @param isNew false when its page was looked at again
     */
    void publish(RawArticle article, boolean isNew);

    /** Remembers a visit, in the partition of its site. */
    void remember(int partition, FetchVisit visit);

    /** Forgets the visit of an address. */
    void forget(int partition, String url);

    /** Asks something of whoever looks after a site. */
    void request(String site, FetchRequest request);

    /** Tells how a source is doing. */
    void tell(SourceStatus status);

    /** Tells an operator what a poll would have given. */
    void tell(SourceTrial trial);

    /** Tells that a source is no more. */
    void tellRemoved(String sourceId);
}
