package dev.dateline.console.intake;

import dev.dateline.kafka.KafkaConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka where groups are and where partitions end. Every question ends after some seconds. */
public final class GroupOffsets implements AutoCloseable {
    private static final int ANSWER_MILLIS = 3_000;

    private final Admin admin;

    /** Connects under a name that metrics show. */
    public GroupOffsets(KafkaConnection kafka, String clientId) {
        var properties = new HashMap<>(kafka.properties());
        properties.put("client.id", clientId);
        this.admin = Admin.create(properties);
    }

    /** Gives the groups whose name begins so. */
    public Set<String> groups(String prefix) throws ExecutionException, TimeoutException, InterruptedException {
        return answer(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    /** Gives the committed positions of groups; partitions without one are left out. */
    public Map<String, Map<TopicPartition, Long>> committed(Collection<String> groups)
            throws ExecutionException, TimeoutException, InterruptedException {
        if (groups.isEmpty()) {
            return Map.of();
        }
        var asked =
                groups.stream().collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
        var committed = new HashMap<String, Map<TopicPartition, Long>>();
        answer(admin.listConsumerGroupOffsets(asked).all()).forEach((group, ofGroup) -> {
            var positions = new HashMap<TopicPartition, Long>();
            ofGroup.forEach((partition, position) -> {
                if (position != null) {
                    positions.put(partition, position.offset());
                }
            });
            committed.put(group, positions);
        });
        return committed;
    }

    /** Gives the offsets behind the last record: of all transactions, or of those that are committed. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions, IsolationLevel isolation)
            throws ExecutionException, TimeoutException, InterruptedException {
        var asked = partitions.stream()
                .distinct()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        answer(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all())
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
