package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.pipeline.route.RouteExpression;
import dev.dateline.pipeline.route.RouteNames;
import dev.dateline.pipeline.route.RouteParser;
import dev.dateline.pipeline.route.RouteSyntaxException;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.Route;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Has the router look again at articles from before a change of the routes. They are copied to a topic of their own, which only the
 * router reads, so that subscribers of anything else notice nothing.
 */
public final class RouteHistory {
    static final String CLIENT = "dateline-route-history";

    private final KafkaConnection kafka;

    public RouteHistory(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Hands over what belongs to a route since it was changed, or belonged to it before; the router is done a little later.
     *
     * @param wanted what belongs to it now
     * @param since articles that came in before are left out
     * @return how many articles it was
     */
    public long refill(RouteDesk.Change change, RouteExpression wanted, Instant since) {
        var past = past(change.before());
        var handed = new AtomicLong();
        try (var consumer = Clients.consumer(kafka, CLIENT, null, "earliest");
                var producer = Clients.transactionalProducer(kafka, CLIENT, CLIENT + "-" + UUID.randomUUID())) {
            producer.initTransactions();
            producer.beginTransaction();
            read(consumer, since, record -> {
                if (article(record)
                        .filter(article -> wanted.matches(article) || past.test(article))
                        .isPresent()) {
                    hand(record, change.offset(), producer);
                    handed.incrementAndGet();
                }
            });
            producer.commitTransaction();
        }
        return handed.get();
    }

    /** What belonged to a route as it was; anything, when a newer program wrote it. */
    private static Predicate<EnrichedArticle> past(@Nullable Route before) {
        if (before == null) {
            return article -> false;
        }
        try {
            return RouteParser.parse(before.getExpression(), RouteNames.CODES)::matches;
        } catch (RouteSyntaxException e) {
            return article -> true;
        }
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
