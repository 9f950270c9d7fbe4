package dev.dateline.kafka.topics;

import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.kafka.serde.SchemaRegistry;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Settings;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;

/**
 * Registers the schemas of topics before anybody writes to them, and has the registry hold later versions to their rule; so it is a
 * deployment that fails when a schema is refused, and not the service that would have written. Does nothing without a registry.
 */
final class SchemaProvisioner {
    private final String registry;

    SchemaProvisioner(Settings settings) {
        this.registry = settings.get(KafkaSettings.SCHEMA_REGISTRY);
    }

    /**
     * Registers the schemas of topics as they are compiled, which is how they will be written.
     *
     * @throws StartException when the registry does not answer, or refuses one
     */
    void apply(List<TopicSpec> topics) throws StartException {
        if (registry.isEmpty()) {
            return;
        }
        var schemas = new SchemaRegistry(registry);
        var released = ReleasedSchemas.load();
        for (var topic : topics) {
            if (topic.hasSchema()) {
                apply(schemas, SchemaRegistry.subjectOf(topic.name()), released.compiled(topic.value()));
            }
        }
    }

    private static void apply(SchemaRegistry schemas, String subject, Schema schema) throws StartException {
        try {
            schemas.registerHeld(subject, schema);
        } catch (KafkaException e) {
            throw new StartException(
                    KafkaSettings.SCHEMA_REGISTRY.key() + ", subject " + subject,
                    "cannot be registered: " + e.getMessage(),
                    "Check the address and our rights. A schema that is refused does not read all versions that are there: "
                            + "somebody else has written to the subject, or this program is not one of those releases.");
        }
    }
}
