package dev.dateline.kafka.topics;

import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.kafka.serde.SchemaRegistry;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/**
 * Verifies that a registry has the schemas that this program was compiled with: one that is older would otherwise be found out by the
 * first record that is written, or given a schema that nobody has looked at.
 */
final class SchemaCheck {
    private final Topics topics;

    SchemaCheck(Topics topics) {
        this.topics = topics;
    }

    /** Gives a problem for each topic whose schema is not registered; none without a registry. */
    List<Problem> problems(Collection<TopicSpec> asked) throws StartException {
        var registry = topics.registry();
        return registry.isEmpty() ? List.of() : problems(registry.get(), asked);
    }

    private static List<Problem> problems(SchemaRegistry registry, Collection<TopicSpec> asked) throws StartException {
        var released = ReleasedSchemas.load();
        try {
            return asked.stream()
                    .filter(TopicSpec::hasSchema)
                    .sorted(Comparator.comparing(TopicSpec::name))
                    .filter(topic ->
                            !registry.has(SchemaRegistry.subjectOf(topic.name()), released.compiled(topic.value())))
                    .map(SchemaCheck::missing)
                    .toList();
        } catch (KafkaException e) {
            throw new StartException(
                    KafkaSettings.SCHEMA_REGISTRY.key(),
                    String.valueOf(e.getMessage()),
                    "Start the registry, or set " + KafkaSettings.SCHEMA_REGISTRY.key() + " to where it is.");
        }
    }

    private static Problem missing(TopicSpec topic) {
        return new Problem(
                KafkaSettings.SCHEMA_REGISTRY.key() + ", subject " + SchemaRegistry.subjectOf(topic.name()),
                "does not have the schema that this version writes",
                "Register it: dateline topics apply");
    }
}
