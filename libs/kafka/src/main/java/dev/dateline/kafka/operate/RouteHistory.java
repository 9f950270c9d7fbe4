package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.schema.EnrichedArticle;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Has the router look again at articles from before a change of the routes. They are copied to a topic of their own, which only the
 * router reads, so that subscribers of anything else notice nothing.
 */
public final class RouteHistory {
    private static final String CLIENT = "dateline-route-history";

    private final KafkaConnection kafka;

    public RouteHistory(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Hands over what concerns the change; the router is done a little later.
     *
     * @param change offset of the change on the topic of routes
     * @param since articles that came in before are left out
     * @return how many articles it was
     */
    public long refill(long change, Predicate<EnrichedArticle> concerned, Instant since) {
        var handed = new AtomicLong();
        try (var consumer = Clients.consumer(kafka, CLIENT, null, "earliest");
                var producer = Clients.transactionalProducer(kafka, CLIENT, CLIENT + "-" + UUID.randomUUID())) {
            producer.initTransactions();
            producer.beginTransaction();
            read(consumer, since, record -> {
                if (article(record).filter(concerned).isPresent()) {
                    hand(record, change, producer);
                    handed.incrementAndGet();
                }
            });
            producer.commitTransaction();
        }
        return handed.get();
    }

    private void read(
            Consumer<String, byte[]> consumer,
            Instant since,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> sink) {
        var partitions =
                PartitionReader.partitionsOf(consumer, kafka.topics().enriched().name());
        consumer.assign(partitions);
        PartitionReader.seekTo(consumer, partitions, since);
        PartitionReader.readTo(consumer, consumer.endOffsets(partitions), sink);
    }

    /** Empty for what cannot be read, which the dead letters know already. */
    private Optional<EnrichedArticle> article(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(record.value())
                    .map(value ->
                            kafka.topics().enriched().values().deserializer().deserialize(record.topic(), value));
        } catch (UnreadableRecordException e) {
            return Optional.empty();
        }
    }

    /** With its own headers and time: what subscribers get looks as if the route had been there. */
    private void hand(ConsumerRecord<String, byte[]> record, long change, Producer<String, byte[]> producer) {
        var copy = new ProducerRecord<>(
                kafka.topics().routeRefill().name(), null, record.key(), record.value(), record.headers());
        new RouteRefill(change, record.timestamp()).put(copy.headers());
        producer.send(copy);
    }
}
