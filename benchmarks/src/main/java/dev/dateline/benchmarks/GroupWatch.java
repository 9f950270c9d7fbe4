package dev.dateline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Watches a consumer group work off a topic, from its first commit on: until then it joins, and joining takes what it takes. */
final class GroupWatch implements AutoCloseable {
    private static final long LOOK_MILLIS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double NANOS = 1e9;

    private final Admin admin;
    private final String group;
    private final Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    private final long end;
    private final long begin;
    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Notes where the group stands and where the topic ends; call it before the group is started. */
    GroupWatch(Admin admin, String group, String topic) throws ExecutionException, InterruptedException {
        this.admin = admin;
        this.group = group;
        var described = Objects.requireNonNull(
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
        described
                .partitions()
                .forEach(each -> partitions.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest()));
        this.end = admin.listOffsets(partitions).all().get().values().stream()
                .mapToLong(info -> info.offset())
                .sum();
        this.begin = committed();
    }

    /** Waits until the group has done all; gives what this process spent from the first commit to the last. */
    Spent toTheEnd() throws ExecutionException, InterruptedException {
        var first = awaitMoreThan(begin);
        var cpu = machine.getProcessCpuTime();
        var clock = System.nanoTime();
        awaitMoreThan(end - 1);
        return new Spent(
                (machine.getProcessCpuTime() - cpu) / NANOS,
                (System.nanoTime() - clock) / NANOS,
                (double) (end - first) / (end - begin),
                0);
    }

    private long awaitMoreThan(long offset) throws ExecutionException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var now = committed();
            if (now > offset) {
                return now;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new IllegalStateException(group + " does not come to the end");
    }

    private long committed() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(entry -> entry.getValue() != null && partitions.containsKey(entry.getKey()))
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
