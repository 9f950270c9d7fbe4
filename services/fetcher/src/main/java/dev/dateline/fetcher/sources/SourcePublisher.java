package dev.dateline.fetcher.sources;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.Source;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Writes the desired sources to their topic, where every fetcher reads them. */
public final class SourcePublisher {
    private static final String CLIENT = "dateline-sources";

    private final KafkaConnection kafka;
    private final Topic<Source> topic;

    public SourcePublisher(KafkaConnection kafka) {
        this.kafka = kafka;
        this.topic = kafka.topics().source();
    }

    /**
     * Adds sources or changes them; others stay as they are. Returns when all are written.
     *
     * @throws KafkaException when Kafka does not take one
     */
    public void publish(Collection<Source> sources) throws InterruptedException {
        send(sources.stream().map(source -> topic.record(source.getId(), source)));
    }

    /**
     * Makes these the only sources: all others are removed.
     *
     * @return ids of those that were removed
     * @throws KafkaException when Kafka does not take one
     */
    public Set<String> publishOnly(Collection<Source> sources) throws InterruptedException {
        var gone = present();
        gone.removeAll(sources.stream().map(Source::getId).toList());
        send(Stream.concat(
                sources.stream().map(source -> topic.record(source.getId(), source)),
                gone.stream().map(id -> topic.record(id, null))));
        return gone;
    }

    private void send(Stream<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        try (var producer = Clients.producer(kafka, CLIENT)) {
            for (var sent : records.map(producer::send).toList()) {
                sent.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("a source cannot be written to " + topic.name(), e.getCause());
        }
    }

    private Set<String> present() {
        return new SourceReader(kafka)
                .read().stream().map(Source::getId).collect(Collectors.toCollection(TreeSet::new));
    }
}
