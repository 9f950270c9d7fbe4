package dev.dateline.tagger.taxonomy;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.TaxonomyRecord;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Taxonomies and their records as Kafka would give them. */
public final class Records {
    private static final TaxonomyFile GROUPS = new TaxonomyFile(
            "groups/own.yaml", "v4: {label: Visegrad Group, members: CZ HU PL SK, names: {en: Visegrad Group}}");

    private Records() {}

    /** A theme about lithium, and a group. */
    public static OwnTaxonomy lithium(String version) {
        return OwnTaxonomy.of(
                version,
                List.of(
                        new TaxonomyFile(
                                "themes/own.yaml",
                                "- {id: custom:lithium, label: lithium, slug: lithium, terms: {en: {3: lithium}}}"),
                        GROUPS));
    }

    static List<ConsumerRecord<String, byte[]>> of(OwnTaxonomy taxonomy) throws StartException {
        var topic = topic();
        return TaxonomyLog.records(taxonomy).stream()
                .map(record ->
                        record(record.getKey(), topic.values().serializer().serialize(topic.name(), record.getValue())))
                .toList();
    }

    static ConsumerRecord<String, byte[]> record(String key, byte[] value) {
        return new ConsumerRecord<>("news.taxonomy.v1", 0, 0, key, value);
    }

    static Topic<TaxonomyRecord> topic() throws StartException {
        return KafkaConnection.from(new SettingsLoader(KafkaSettings.ALL).load())
                .topics()
                .taxonomy();
    }
}
