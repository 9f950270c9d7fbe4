package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.FetchVisit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds what the fetchers remember of an address: when it was asked for, how that ended and when it is asked for again. */
public final class VisitSearch {
    private static final String CLIENT = "dateline-visit-search";

    private final KafkaConnection kafka;

    public VisitSearch(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Reads all that is remembered and gives what is of one page, however the address is written.
     *
     * @return empty when no feed has listed it, or it was forgotten
     */
    public List<FetchVisit> find(String url) {
        var topic = kafka.topics().visit();
        var wanted = CanonicalUrl.parse(url);
        var found = new LinkedHashMap<String, byte[]>();
        try (var consumer = Clients.consumer(kafka, CLIENT, null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic.name(), record -> keep(record, wanted, found));
        }
        return found.values().stream()
                .map(bytes -> topic.values().deserializer().deserialize(topic.name(), bytes))
                .toList();
    }

    private static void keep(
            ConsumerRecord<String, byte[]> record, Optional<CanonicalUrl> wanted, Map<String, byte[]> found) {
        if (!CanonicalUrl.parse(record.key()).equals(wanted)) {
            return;
        }
        // An address may have moved from one partition to another
        var place = record.partition() + " " + record.key();
        if (record.value() == null) {
            found.remove(place);
        } else {
            found.put(place, record.value());
        }
    }
}
