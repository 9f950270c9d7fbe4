package dev.dateline.kafka;

import dev.dateline.kafka.serde.BundledSchemaIds;
import dev.dateline.kafka.serde.RegistrySchemaIds;
import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Settings;
import java.util.Map;

/**
 * What a service needs to talk to Kafka; nothing is opened yet.
 *
 * @param properties what every client begins with
 * @param topics the typed topics
 */
public record KafkaConnection(Map<String, Object> properties, Topics topics) {

    /** Makes it from {@link KafkaSettings}. */
    public static KafkaConnection from(Settings settings) throws StartException {
        var registry = settings.get(KafkaSettings.SCHEMA_REGISTRY);
        var ids = registry.isEmpty() ? new BundledSchemaIds(ReleasedSchemas.load()) : new RegistrySchemaIds(registry);
        var catalogue = TopicCatalogue.load().capped(settings.get(KafkaSettings.MAX_PARTITIONS));
        return new KafkaConnection(KafkaSettings.common(settings), new Topics(catalogue, ids));
    }
}
