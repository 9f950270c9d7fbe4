package dev.dateline.fetcher.publish;

import dev.dateline.fetcher.visit.Frontier;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.FetchRequest;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.SourceStatus;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is remembered of partitions into the frontier, so that no site is asked before everything about it is known, and what
 * others ask for afterwards. Not thread-safe.
 */
public final class Recollection {
    private static final Logger log = LoggerFactory.getLogger(Recollection.class);

    private final Consumer<String, byte[]> reader;
    private final Admin admin;
    private final Topic<FetchRequest> requests;
    private final Topic<FetchVisit> visits;
    private final Topic<SourceStatus> statuses;
    private final Frontier frontier;

    /** Makes one; the reader belongs to nobody else and to no group. */
    public Recollection(Consumer<String, byte[]> reader, Admin admin, Topics topics, Frontier frontier) {
        this.reader = reader;
        this.admin = admin;
        this.requests = topics.fetchRequest();
        this.visits = topics.visit();
        this.statuses = topics.sourceStatus();
        this.frontier = frontier;
    }

    /** Reads partitions of the visits, and all statuses: a source may have been polled from anywhere. */
    public void recall(Set<Integer> partitions) {
        var all = Stream.concat(
                        partitions.stream().map(number -> new TopicPartition(visits.name(), number)),
                        PartitionReader.partitionsOf(reader, statuses.name()).stream())
                .toList();
        reader.assign(all);
        PartitionReader.readToLastWrite(reader, all, admin, this::recall);
        frontier.begin(partitions);
    }

    /** Takes in a record of the request topic. */
    public void follow(ConsumerRecord<String, byte[]> record) {
        read(requests, record).ifPresent(frontier::take);
    }

    private void recall(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(statuses.name())) {
            recallStatus(record);
        } else if (record.value() == null) {
            frontier.recallForgotten(record.partition(), record.key());
        } else {
            read(visits, record).ifPresent(visit -> frontier.recall(record.partition(), visit));
        }
    }

    private void recallStatus(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            frontier.recallGone(record.key());
        } else {
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
