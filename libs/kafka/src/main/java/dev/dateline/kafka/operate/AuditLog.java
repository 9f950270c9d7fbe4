package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** What operators did, oldest first. */
public final class AuditLog {
    private static final String CLIENT = "dateline-audit";

    private final KafkaConnection kafka;
    private final Topic<AuditEntry> topic;

    public AuditLog(KafkaConnection kafka) {
        this.kafka = kafka;
        this.topic = kafka.topics().audit();
    }

    /** Reads all that was committed before the call. */
    public List<AuditEntry> entries() {
        var entries = new ArrayList<AuditEntry>();
        try (var consumer = Clients.consumer(kafka, CLIENT, null, "earliest")) {
            var partition = List.of(new TopicPartition(topic.name(), 0));
            consumer.assign(partition);
            PartitionReader.readToEnd(
                    consumer,
                    partition,
                    record -> entries.add(topic.values().deserializer().deserialize(topic.name(), record.value())));
        }
        return entries;
    }

    /** The record of an entry, to be sent in the transaction of what it tells of. */
    ProducerRecord<String, byte[]> record(AuditEntry entry) {
        var value = topic.values().serializer().serialize(topic.name(), entry);
        return new ProducerRecord<>(topic.name(), 0, entry.getSubject(), value);
    }
}
