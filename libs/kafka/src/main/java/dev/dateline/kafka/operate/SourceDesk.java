package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.OperatorAction;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceAction;
import dev.dateline.schema.SourceCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is polled and how often, and asks for polls. Each act is one transaction with its audit record. A file of sources that
 * is imported later, or that {@code dateline up} is started with, has the last word.
 */
public final class SourceDesk {
    private static final String CLIENT = "dateline-source-desk";

    private final KafkaConnection kafka;
    private final AuditLog audit;

    public SourceDesk(KafkaConnection kafka) {
        this.kafka = kafka;
        this.audit = new AuditLog(kafka);
    }

    /**
     * Has a source polled at once, as soon as its host allows.
     *
     * @return false when there is no such source
     */
    public boolean fetchNow(String id, Order order) {
        var command = SourceCommand.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setSourceId(id)
                .setAction(SourceAction.FETCH_NOW)
                .setIssuedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .setIssuedBy(order.actor())
                .build();
        if (find(id).isEmpty()) {
            return false;
        }
        write(kafka.topics().sourceCommand(), id, command, order, OperatorAction.FETCH_NOW, null);
        return true;
    }

    /** Pauses a source, or lets it be polled again; as {@link #fetchNow}. */
    public boolean enable(String id, boolean enabled, Order order) {
        return change(
                id,
                source -> Source.newBuilder(source).setEnabled(enabled).build(),
                order,
                enabled ? OperatorAction.RESUME : OperatorAction.PAUSE,
                null);
    }

    /** Sets the bounds of the time between two polls; as {@link #fetchNow}. */
    public boolean setInterval(String id, Duration least, Duration most, Order order) {
        return change(
                id,
                source -> Source.newBuilder(source)
                        .setMinIntervalSeconds(Math.toIntExact(least.toSeconds()))
                        .setMaxIntervalSeconds(Math.toIntExact(most.toSeconds()))
                        .build(),
                order,
                OperatorAction.SET_INTERVAL,
                least.toSeconds() + " s to " + most.toSeconds() + " s");
    }

    private boolean change(
            String id, UnaryOperator<Source> change, Order order, OperatorAction action, @Nullable String detail) {
        var found = find(id);
        found.ifPresent(source -> write(kafka.topics().source(), id, change.apply(source), order, action, detail));
        return found.isPresent();
    }

    private Optional<Source> find(String id) {
        var topic = kafka.topics().source();
        var newest = new AtomicReference<byte[]>();
        try (var consumer = Clients.consumer(kafka, CLIENT + "-reader", null, "earliest")) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            PartitionReader.readToEnd(consumer, partitions, record -> {
                if (id.equals(record.key())) {
                    newest.set(record.value());
                }
            });
        }
        return Optional.ofNullable(newest.get())
                .map(bytes -> topic.values().deserializer().deserialize(topic.name(), bytes));
    }

    private <V extends SpecificRecord> void write(
            Topic<V> topic, String id, V value, Order order, OperatorAction action, @Nullable String detail) {
        // A name of its own: acts of two operators do not get in one another's way
        try (var producer = Clients.transactionalProducer(kafka, CLIENT, CLIENT + "-" + UUID.randomUUID())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(
                    topic.name(), id, topic.values().serializer().serialize(topic.name(), value)));
            producer.send(audit.record(order.entry(action, id, detail)));
            producer.commitTransaction();
        }
    }
}
