package dev.dateline.standalone.taxonomy;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.runtime.StartException;
import dev.dateline.tagger.taxonomy.BrokenTaxonomyException;
import dev.dateline.tagger.taxonomy.TaxonomyPublisher;

/** What the taggers of a cluster work by. */
public final class TaxonomyInForce {
    private TaxonomyInForce() {}

    /**
     * Asks the cluster.
     *
     * @throws StartException when it does not answer, or what it has is broken
     */
    public static OwnTaxonomy read(KafkaConnection kafka) throws StartException {
        var topic = kafka.topics().taxonomy();
        TopicCheck.of(kafka, topic).verify();
        try {
            return new TaxonomyPublisher(kafka).current();
        } catch (BrokenTaxonomyException e) {
            throw new StartException(
                    "topic " + topic.name(),
                    "holds a broken taxonomy: " + e.getMessage(),
                    "Apply one that is whole: dateline taxonomy apply DIR");
        }
    }
}
