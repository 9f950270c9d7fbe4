package dev.dateline.console.intake;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.streams.StreamsSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
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

/** Asks Kafka how many committed records each service has still to read, and remembers since when. Not thread-safe. */
final class FlowLag implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FlowLag.class);
    private static final int ANSWER_MILLIS = 3_000;
    private static final String PREFIX = StreamsSettings.APPLICATION_PREFIX;

    private final Admin admin;
    private final Map<GroupPartition, LagClock> clocks = new HashMap<>();

    private record GroupPartition(String group, TopicPartition partition) {}

    FlowLag(KafkaConnection kafka) {
        var properties = new HashMap<>(kafka.properties());
        properties.put("client.id", "console-lag");
        this.admin = Admin.create(properties);
    }

    /** Finds the lag of each group on each of its topics; empty when Kafka does not say. */
    Optional<List<GroupLag>> find(Instant now) {
        try {
            var positions = positions(groups());
            var ends = ends(positions.values());
            var lags = new ArrayList<GroupLag>();
            positions.forEach((group, ofGroup) -> lags.addAll(lags(group, ofGroup, ends, now)));
            return Optional.of(lags);
        } catch (ExecutionException | TimeoutException e) {
            log.atDebug().setCause(e).log("Kafka does not tell the lag");
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    /** Sums the records up by service: the group without the prefix that all have. */
    static Map<String, Long> byService(List<GroupLag> lags) {
        return lags.stream()
                .collect(Collectors.groupingBy(
                        lag -> lag.group().substring(PREFIX.length()),
                        TreeMap::new,
                        Collectors.summingLong(GroupLag::records)));
    }

    private Collection<GroupLag> lags(
            String group,
            Map<TopicPartition, OffsetAndMetadata> positions,
            Map<TopicPartition, Long> ends,
            Instant now) {
        var byTopic = new TreeMap<String, GroupLag>();
        positions.forEach((partition, position) -> {
            long end = ends.getOrDefault(partition, 0L);
            long next = position == null ? end : Math.min(position.offset(), end);
            var time = clocks.computeIfAbsent(new GroupPartition(group, partition), key -> new LagClock())
                    .behind(next, end, now);
            byTopic.merge(
                    partition.topic(), new GroupLag(group, partition.topic(), end - next, time), FlowLag::together);
        });
        return byTopic.values();
    }

    /** The records of both partitions, the time of the one that is farther behind. */
    private static GroupLag together(GroupLag one, GroupLag other) {
        var time = one.time().compareTo(other.time()) >= 0 ? one.time() : other.time();
        return new GroupLag(one.group(), one.topic(), one.records() + other.records(), time);
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

    private static <V> V answer(KafkaFuture<V> future)
            throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        admin.close();
    }
}
