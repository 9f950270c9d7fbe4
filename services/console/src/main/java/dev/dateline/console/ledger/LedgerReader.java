package dev.dateline.console.ledger;

import dev.dateline.console.intake.GroupOffsets;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.Disposition;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Compares by committed positions, so that nothing in flight disturbs: asks first where the stages are, then where the traces
 * end, reads the inputs up to the one and the traces up to the other, and settles. A stage commits its position and its traces
 * in one transaction, so every trace of a record before the position was written by then; the end is asked for with open
 * transactions, and a consumer of committed records passes it only when those are decided. Not thread-safe.
 */
final class LedgerReader {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    /** Traces of what is in flight at the start lie a little before their end. */
    private static final long IN_FLIGHT = 2_000;

    private final Map<String, StageLedger> byInput;
    private final Map<String, StageLedger> byStage;
    private final Topic<Disposition> traces;
    private final Consumer<String, byte[]> consumer;
    private final GroupOffsets offsets;
    private List<TopicPartition> inputs = List.of();
    private List<TopicPartition> ends = List.of();
    private long nextLook = System.nanoTime();
    private @Nullable Target target;

    /** Where the stages were, and where the traces ended after that. */
    private record Target(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> traceEnds) {}

    LedgerReader(
            Collection<StageLedger> stages,
            Topic<Disposition> traces,
            Consumer<String, byte[]> consumer,
            GroupOffsets offsets) {
        this.byInput = stages.stream().collect(Collectors.toMap(StageLedger::input, Function.identity()));
        this.byStage = stages.stream().collect(Collectors.toMap(StageLedger::stage, Function.identity()));
        this.traces = traces;
        this.consumer = consumer;
        this.offsets = offsets;
    }

    /** Goes to where the stages are now. */
    void begin() throws ExecutionException, TimeoutException, InterruptedException {
        inputs = byInput.keySet().stream().flatMap(this::partitions).toList();
        ends = PartitionReader.partitionsOf(consumer, traces.name());
        consumer.assign(Stream.concat(inputs.stream(), ends.stream()).toList());
        var firstTraces = consumer.beginningOffsets(ends);
        consumer.endOffsets(ends)
                .forEach((partition, end) ->
                        consumer.seek(partition, Math.max(firstTraces.getOrDefault(partition, 0L), end - IN_FLIGHT)));
        var committed = committed();
        consumer.beginningOffsets(inputs).forEach((partition, first) -> {
            var position = Math.max(first, committed.getOrDefault(partition, first));
            stage(partition).begin(partition, position);
            consumer.seek(partition, position);
        });
        consumer.pause(inputs);
    }

    /** Reads on a little; looks and settles when it is time. */
    void step() throws ExecutionException, TimeoutException, InterruptedException {
        consumer.poll(POLL).forEach(this::take);
        var current = target;
        if (current == null) {
            if (System.nanoTime() - nextLook >= 0) {
                nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
                look();
            }
            return;
        }
        consumer.pause(inputs.stream()
                .filter(partition -> isRead(partition, current.committed()))
                .toList());
        if (current.committed().keySet().stream().allMatch(partition -> isRead(partition, current.committed()))
                && ends.stream().allMatch(partition -> isRead(partition, current.traceEnds()))) {
            current.committed()
                    .forEach((partition, position) -> stage(partition).settle(partition, position));
            target = null;
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var stage = byInput.get(record.topic());
        if (stage != null) {
            stage.record(new TopicPartition(record.topic(), record.partition()), record.offset());
            return;
        }
        try {
            var trace = traces.values().deserializer().deserialize(record.topic(), record.value());
            var left = byStage.get(trace.getStage());
            if (left != null) {
                left.trace(trace);
            }
        } catch (UnreadableRecordException e) {
            // Whatever it is, no stage of ours has written it: what it stands in for will be missing
        }
    }

    private void look() throws ExecutionException, TimeoutException, InterruptedException {
        var committed = committed();
        committed.forEach((partition, position) -> {
            if (stage(partition).isSetBack(partition, position)) {
                consumer.seek(partition, position);
            }
        });
        consumer.resume(committed.keySet());
        target = new Target(committed, offsets.ends(ends, IsolationLevel.READ_UNCOMMITTED));
    }

    private boolean isRead(TopicPartition partition, Map<TopicPartition, Long> upTo) {
        return consumer.position(partition) >= upTo.getOrDefault(partition, 0L);
    }

    /** The positions of each stage on its own input; a partition that it has not begun has none. */
    private Map<TopicPartition, Long> committed() throws ExecutionException, TimeoutException, InterruptedException {
        var groups = offsets.groups(StreamsSettings.APPLICATION_PREFIX);
        var ours = byStage.values().stream()
                .filter(stage -> groups.contains(stage.group()))
                .collect(Collectors.toMap(StageLedger::group, Function.identity()));
        var committed = new HashMap<TopicPartition, Long>();
        offsets.committed(ours.keySet())
                .forEach((group, positions) -> positions.forEach((partition, position) -> {
                    if (byInput.get(partition.topic()) == ours.get(group)) {
                        committed.put(partition, position);
                    }
                }));
        return committed;
    }

    private StageLedger stage(TopicPartition input) {
        return Objects.requireNonNull(byInput.get(input.topic()));
    }

    private Stream<TopicPartition> partitions(String topic) {
        return PartitionReader.partitionsOf(consumer, topic).stream();
    }
}
