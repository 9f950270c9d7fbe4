package dev.dateline.fetcher.sources;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.schema.Source;
import java.util.Collection;
import java.util.TreeMap;

/** Reads the sources that the fetchers of a cluster are to poll. */
public final class SourceReader {
    private static final String CLIENT = "dateline-source-reader";

    private final KafkaConnection kafka;

    public SourceReader(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /** Gives all sources, paused ones too, by id. */
    public Collection<Source> read() {
        var topic = kafka.topics().source();
        var sources = new TreeMap<String, Source>();
        try (var consumer = Clients.consumer(kafka, CLIENT, null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic.name(), record -> {
                if (record.value() == null) {
                    sources.remove(record.key());
                } else {
                    sources.put(record.key(), topic.values().deserializer().deserialize(topic.name(), record.value()));
                }
            });
        }
        return sources.values();
    }
}
