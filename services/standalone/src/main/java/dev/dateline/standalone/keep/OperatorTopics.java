package dev.dateline.standalone.keep;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.AuditEntry;
import dev.dateline.schema.Route;
import dev.dateline.schema.Source;
import dev.dateline.schema.Takedown;
import dev.dateline.schema.TaxonomyRecord;
import dev.dateline.standalone.keep.TopicFile.Saved;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The topics that operators write: everything else is fetched or computed. The audit is saved to be read, but not restored: it tells of
 * places in topics that are no more, and a new dead letter at the same place would be taken for answered.
 */
public final class OperatorTopics {
    private static final String CLIENT = "dateline-keep";

    private final KafkaConnection kafka;
    private final List<Kept<?>> restored;
    private final Kept<AuditEntry> audit;

    private record Kept<V extends SpecificRecord>(Topic<V> topic, Class<V> type) {
        TopicFile<V> in(Path folder) {
            return new TopicFile<>(file(folder), type);
        }

        File file(Path folder) {
            return folder.resolve(topic.name() + ".avro").toFile();
        }
    }

    public OperatorTopics(KafkaConnection kafka) {
        var topics = kafka.topics();
        this.kafka = kafka;
        this.restored = List.of(
                new Kept<>(topics.source(), Source.class),
                new Kept<>(topics.takedown(), Takedown.class),
                new Kept<>(topics.taxonomy(), TaxonomyRecord.class),
                new Kept<>(topics.route(), Route.class));
        this.audit = new Kept<>(topics.audit(), AuditEntry.class);
    }

    /**
     * Writes a file for each topic, over those that are there.
     *
     * @return number of records by topic
     */
    public Map<String, Integer> save(Path folder) throws IOException {
        Files.createDirectories(folder);
        var counts = new LinkedHashMap<String, Integer>();
        for (var kept : restored) {
            counts.put(kept.topic().name(), save(kept, folder, true));
        }
        counts.put(audit.topic().name(), save(audit, folder, false));
        return counts;
    }

    /**
     * Puts the files' records into topics that are empty, each topic in one transaction; leaves those alone that have these very records.
     *
     * @return number of records that were put there, by topic
     * @throws StartException when a file is missing, or a topic has something else already
     */
    public Map<String, Integer> restore(Path folder) throws IOException, StartException {
        verify(folder);
        var counts = new LinkedHashMap<String, Integer>();
        for (var kept : restored) {
            counts.put(kept.topic().name(), restore(kept, folder));
        }
        return counts;
    }

    private <V extends SpecificRecord> int save(Kept<V> kept, Path folder, boolean newestOnly) throws IOException {
        var records = read(kept.topic(), newestOnly);
        kept.in(folder).write(records);
        return records.size();
    }

    private <V extends SpecificRecord> int restore(Kept<V> kept, Path folder) throws IOException {
        if (has(kept, folder)) {
            return 0;
        }
        var records = kept.in(folder).read();
        var topic = kept.topic();
        try (var producer = Clients.transactionalProducer(kafka, CLIENT, CLIENT)) {
            producer.initTransactions();
            producer.beginTransaction();
            for (var saved : records) {
                var bytes = topic.values().serializer().serialize(topic.name(), saved.value());
                producer.send(new ProducerRecord<>(topic.name(), null, saved.timestamp(), saved.key(), bytes));
            }
            producer.commitTransaction();
        }
        return records.size();
    }

    private <V extends SpecificRecord> boolean has(Kept<V> kept, Path folder) throws IOException {
        return Set.copyOf(read(kept.topic(), true))
                .equals(Set.copyOf(kept.in(folder).read()));
    }

    private void verify(Path folder) throws IOException, StartException {
        var problems = new ArrayList<Problem>();
        for (var kept : restored) {
            var name = kept.topic().name();
            if (!kept.file(folder).isFile()) {
                problems.add(new Problem(
                        kept.file(folder).toString(), "is missing", "Give a folder that 'topics save' has written."));
            } else if (!read(kept.topic(), true).isEmpty() && !has(kept, folder)) {
                problems.add(new Problem(
                        "topic " + name,
                        "has other records than were saved",
                        "Only what was lost is restored: into topics made anew."));
            }
        }
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
    }

    /** What a topic has: the newest record of each key, tombstones left out, or all. */
    private <V extends SpecificRecord> Collection<Saved<V>> read(Topic<V> topic, boolean newestOnly) {
        var all = new ArrayList<Saved<V>>();
        var newest = new LinkedHashMap<String, Saved<V>>();
        try (var consumer = Clients.consumer(kafka, CLIENT, null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic.name(), record -> {
                newest.remove(record.key());
                if (record.value() != null) {
                    var value = topic.values().deserializer().deserialize(topic.name(), record.value());
                    var saved = new Saved<>(record.key(), record.timestamp(), value);
                    newest.put(record.key(), saved);
                    all.add(saved);
                }
            });
        }
        return newestOnly ? newest.values() : all;
    }
}
