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
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Kafka how many committed records each service has still to read, and remembers since when. Not thread-safe. */
final class FlowLag implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FlowLag.class);
    private static final String PREFIX = StreamsSettings.APPLICATION_PREFIX;

    private final GroupOffsets offsets;
    private final Map<GroupPartition, LagClock> clocks = new HashMap<>();

    private record GroupPartition(String group, TopicPartition partition) {}

    FlowLag(KafkaConnection kafka) {
        this.offsets = new GroupOffsets(kafka, "console-lag");
    }

    /** Finds the lag of each group on each of its topics; empty when Kafka does not say. */
    Optional<List<GroupLag>> find(Instant now) {
        try {
            var positions = offsets.committed(offsets.groups(PREFIX));
            var partitions = positions.values().stream()
                    .flatMap(ofGroup -> ofGroup.keySet().stream())
                    .toList();
            var ends = offsets.ends(partitions, IsolationLevel.READ_COMMITTED);
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
            String group, Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends, Instant now) {
        var byTopic = new TreeMap<String, GroupLag>();
        positions.forEach((partition, position) -> {
            long end = ends.getOrDefault(partition, 0L);
            long next = Math.min(position, end);
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

    @Override
    public void close() {
        offsets.close();
    }
}
