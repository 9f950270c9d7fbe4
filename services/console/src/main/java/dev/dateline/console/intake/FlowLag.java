package dev.dateline.console.intake;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.streams.StreamsSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Kafka how many committed records each service has still to read. */
final class FlowLag implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FlowLag.class);
    private static final int ANSWER_MILLIS = 3_000;
    private static final String PREFIX = StreamsSettings.APPLICATION_PREFIX;

    private final Admin admin;

    FlowLag(KafkaConnection kafka) {
        var properties = new HashMap<>(kafka.properties());
        properties.put("client.id", "console-lag");
        this.admin = Admin.create(properties);
    }

    /** Finds it by consumer group, whose prefix is left out; empty when Kafka does not say. */
    Optional<Map<String, Long>> byService() {
        try {
            var positions = positions(groups());
            var ends = ends(positions.values());
            var lag = new TreeMap<String, Long>();
            positions.forEach((group, ofGroup) -> lag.put(group.substring(PREFIX.length()), behind(ofGroup, ends)));
            return Optional.of(lag);
        } catch (ExecutionException | TimeoutException e) {
            log.atDebug().setCause(e).log("Kafka does not tell the lag");
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private Map<String, ListConsumerGroupOffsetsSpec> groups()
            throws ExecutionException, TimeoutException, InterruptedException {
        var asked = new HashMap<String, ListConsumerGroupOffsetsSpec>();
        answer(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(PREFIX))
                .forEach(group -> asked.put(group, new ListConsumerGroupOffsetsSpec()));
        return asked;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> positions(
            Map<String, ListConsumerGroupOffsetsSpec> groups)
            throws ExecutionException, TimeoutException, InterruptedException {
        return groups.isEmpty()
                ? Map.of()
                : answer(admin.listConsumerGroupOffsets(groups).all());
    }

    private Map<TopicPartition, Long> ends(Collection<Map<TopicPartition, OffsetAndMetadata>> positions)
            throws ExecutionException, TimeoutException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        positions.forEach(ofGroup -> ofGroup.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        answer(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static long behind(Map<TopicPartition, OffsetAndMetadata> positions, Map<TopicPartition, Long> ends) {
        return positions.entrySet().stream()
                .filter(position -> position.getValue() != null)
                .mapToLong(position -> Math.max(
                        0,
                        ends.getOrDefault(position.getKey(), 0L)
                                - position.getValue().offset()))
                .sum();
    }

    private static <V> V answer(KafkaFuture<V> future)
            throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        admin.close();
    }
}
