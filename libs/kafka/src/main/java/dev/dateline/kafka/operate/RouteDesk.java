package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.pipeline.route.RouteExpression;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.OperatorAction;
import dev.dateline.schema.Route;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes and removes routes. Each act is one transaction with its audit record; routers take it up within a second,
 * without a restart. The topic is made before the route, so that routers have somewhere to send.
 */
public final class RouteDesk {
    /** So long, and made of this, is the name of a route: it is part of a topic's name. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?");

    /** How to choose one, for people. */
    public static final String NAME_FORM = "Use up to 60 of a-z, 0-9 and - between them, like central-asia-energy.";

    static final String CLIENT = "dateline-route-desk";

    private final KafkaConnection kafka;
    private final AuditLog audit;

    /**
     * What an act did.
     *
     * @param before the route as it was; null when it is new
     * @param after the route as it is; null when it is removed
     * @param offset of the change on the topic of routes
     */
    public record Change(@Nullable Route before, @Nullable Route after, long offset) {}

    public RouteDesk(KafkaConnection kafka) {
        this.kafka = kafka;
        this.audit = new AuditLog(kafka);
    }

    /** The routes by their names. */
    public Map<String, Route> routes() {
        var topic = kafka.topics().route();
        var routes = new TreeMap<String, Route>();
        try (var consumer = Clients.consumer(kafka, CLIENT + "-reader", null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic.name(), record -> {
                if (record.value() == null) {
                    routes.remove(record.key());
                } else {
                    routes.put(record.key(), topic.values().deserializer().deserialize(topic.name(), record.value()));
                }
            });
        }
        return routes;
    }

    /**
     * Makes a route, or changes what belongs to it.
     *
     * @throws StartException when the topic cannot be made
     * @throws KafkaException when Kafka does not answer, or another operator changes a route at the same moment
     */
    public Change set(String name, RouteExpression expression, TopicProvisioner topics, Order order)
            throws StartException, InterruptedException {
        topics.applyLike(
                kafka.topics().enriched().spec(),
                List.of(kafka.topics().ownRoute(name).spec()));
        var route = Route.newBuilder()
                .setName(name)
                .setExpression(expression.toString())
                .setCreatedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .setCreatedBy(order.actor())
                .build();
        return write(name, route, order, OperatorAction.SET_ROUTE, false).orElseThrow();
    }

    /**
     * Removes a route; its topic stays with what it has, until its retention or somebody's hand ends that.
     *
     * @return empty when there is no such route
     * @throws KafkaException as {@link #set}
     */
    public Optional<Change> remove(String name, Order order) {
        return write(name, null, order, OperatorAction.REMOVE_ROUTE, true);
    }

    private Optional<Change> write(
            String name, @Nullable Route route, Order order, OperatorAction action, boolean mustExist) {
        // One name for all operators, as at the desk of sources: nobody writes between reading and writing
        try (var producer = Clients.transactionalProducer(kafka, CLIENT, CLIENT)) {
            producer.initTransactions();
            var before = routes().get(name);
            if (before == null && mustExist) {
                return Optional.empty();
            }
            producer.beginTransaction();
            var written = new ConcurrentHashMap<TopicPartition, Long>();
            Callback note = (sent, error) -> {
                if (error == null) { // else committing fails
                    written.put(new TopicPartition(sent.topic(), sent.partition()), sent.offset());
                }
            };
            var topic = kafka.topics().route();
            producer.send(topic.record(name, route), note);
            producer.send(audit.record(order.entry(action, name, route == null ? null : route.getExpression())), note);
            producer.commitTransaction();
            awaitReadable(written);
            var offset = written.entrySet().stream()
                    .filter(place -> place.getKey().topic().equals(topic.name()))
                    .mapToLong(Map.Entry::getValue)
                    .max()
                    .orElseThrow();
            return Optional.of(new Change(before, route, offset));
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new KafkaException("another operator changes a route at this moment; look at it and try again", e);
        }
    }

    /** Kafka tells readers of a transaction a little after it told the writer: whoever asks next is to find what was done. */
    private void awaitReadable(Map<TopicPartition, Long> written) {
        var ends =
                written.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, place -> place.getValue() + 1));
        try (var consumer = Clients.consumer(kafka, CLIENT + "-reader", null, "earliest")) {
            consumer.assign(written.keySet());
            written.forEach(consumer::seek);
            PartitionReader.readTo(consumer, ends, record -> {});
        }
    }
}
