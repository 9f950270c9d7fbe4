package dev.dateline.tagger.taxonomy;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.streams.TopicEncoder;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.schema.TaxonomyRecord;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Reads and writes the taxonomy in force, where every tagger reads it. */
public final class TaxonomyPublisher {
    private static final String CLIENT = "dateline-taxonomy";

    private final KafkaConnection kafka;
    private final Topic<TaxonomyRecord> topic;

    public TaxonomyPublisher(KafkaConnection kafka) {
        this.kafka = kafka;
        this.topic = kafka.topics().taxonomy();
    }

    /**
     * Gives the taxonomy in force.
     *
     * @throws BrokenTaxonomyException when the topic's is not whole
     */
    public OwnTaxonomy current() throws BrokenTaxonomyException {
        return read().current();
    }

    /**
     * Puts a taxonomy in force, in one transaction: chunks, manifest, and the end of all older chunks. Who applies at the same
     * time is fenced off and fails.
     *
     * @param shippedVersion of the data that this program ships
     * @return the version that it was given; empty when its content was in force already, and nothing was written
     * @throws KafkaException when Kafka does not take it
     */
    public Optional<String> apply(OwnTaxonomy taxonomy, Instant now, String shippedVersion) {
        try (var producer = Clients.transactionalProducer(kafka, CLIENT, CLIENT)) {
            producer.initTransactions();
            var log = read();
            if (isInForce(taxonomy, log)) {
                return Optional.empty();
            }
            var version = TaxonomyVersion.next(now, log.version().orElse(""), shippedVersion, taxonomy.digest());
            write(producer, new OwnTaxonomy(version, taxonomy.themes(), taxonomy.groups()), log);
            return Optional.of(version);
        }
    }

    private static boolean isInForce(OwnTaxonomy taxonomy, TaxonomyLog log) {
        try {
            return log.current().digest().equals(taxonomy.digest());
        } catch (BrokenTaxonomyException e) {
            return false; // what is broken is replaced
        }
    }

    private void write(Producer<String, byte[]> producer, OwnTaxonomy taxonomy, TaxonomyLog log) {
        producer.beginTransaction();
        TaxonomyLog.records(taxonomy)
                .forEach(record -> producer.send(new ProducerRecord<>(
                        topic.name(), record.getKey(), TopicEncoder.encode(topic, record.getValue()))));
        log.keysBeside(taxonomy).forEach(key -> producer.send(new ProducerRecord<>(topic.name(), key, null)));
        producer.commitTransaction();
    }

    private TaxonomyLog read() {
        var log = new TaxonomyLog(topic);
        try (var consumer = Clients.consumer(kafka, CLIENT, null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic.name(), log::take);
        }
        return log;
    }
}
