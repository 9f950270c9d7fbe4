package dev.dateline.fetcher.publish;

import dev.dateline.fetcher.visit.Frontier;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is remembered of partitions into the frontier: first the visits and the statuses, then the sources as they are
 * now, so that no source is polled before everything about it is known. Not thread-safe.
 */
public final class Recollection {
    private static final Logger log = LoggerFactory.getLogger(Recollection.class);

    private final Consumer<String, byte[]> reader;
    private final Topic<Source> sources;
    private final Topic<FetchVisit> visits;
    private final Topic<SourceStatus> statuses;
    private final Frontier frontier;

    /** Makes one; the reader belongs to nobody else and to no group. */
    public Recollection(Consumer<String, byte[]> reader, Topics topics, Frontier frontier) {
        this.reader = reader;
        this.sources = topics.source();
        this.visits = topics.visit();
        this.statuses = topics.sourceStatus();
        this.frontier = frontier;
    }

    /**
     * Reads partitions of the source topic and what goes with them.
     *
     * @return for each, the offset of the first record that was not read
     */
    public Map<TopicPartition, Long> recall(Set<Integer> partitions) {
        var all = partitions.stream()
                .flatMap(number ->
                        Stream.of(sources, visits, statuses).map(topic -> new TopicPartition(topic.name(), number)))
                .toList();
        reader.assign(all);
        var desired = new LinkedHashMap<String, ConsumerRecord<String, byte[]>>();
        PartitionReader.readToEnd(reader, all, record -> recall(record, desired));
        desired.values().forEach(this::follow);
        return all.stream()
                .filter(partition -> partition.topic().equals(sources.name()))
                .collect(Collectors.toMap(partition -> partition, reader::position, (a, b) -> b, HashMap::new));
    }

    /** Applies a record of the source topic. */
    public void follow(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            frontier.remove(record.partition(), record.key());
        } else {
            read(sources, record).ifPresent(source -> frontier.put(record.partition(), source));
        }
    }

    private void recall(ConsumerRecord<String, byte[]> record, Map<String, ConsumerRecord<String, byte[]>> desired) {
        if (record.topic().equals(sources.name())) {
            desired.put(record.key(), record);
        } else if (record.topic().equals(visits.name())) {
            if (record.value() == null) {
                frontier.recallForgotten(record.key());
            } else {
                read(visits, record).ifPresent(visit -> frontier.recall(record.partition(), visit));
            }
        } else if (record.value() != null) {
            read(statuses, record).ifPresent(frontier::recall);
        }
    }

    /** A record that cannot be read costs what it says, not the service. */
    private static <V> Optional<V> read(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(topic.values().deserializer().deserialize(record.topic(), record.value()));
        } catch (UnreadableRecordException e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("record skipped: it cannot be read");
            return Optional.empty();
        }
    }
}
