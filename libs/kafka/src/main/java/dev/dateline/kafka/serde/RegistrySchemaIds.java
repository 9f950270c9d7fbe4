package dev.dateline.kafka.serde;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** Ids from a {@link SchemaRegistry}. A schema is registered under the subject of its topic when it is first written. */
public final class RegistrySchemaIds implements SchemaIds {
    private final SchemaRegistry registry;
    private final Map<String, Map<Schema, Integer>> bySubject = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> byId = new ConcurrentHashMap<>();

    public RegistrySchemaIds(String address) {
        this.registry = new SchemaRegistry(address);
    }

    @Override
    public int idOf(String topic, Schema schema) {
        var subject = SchemaRegistry.subjectOf(topic);
        return bySubject
                .computeIfAbsent(subject, unknown -> new ConcurrentHashMap<>())
                .computeIfAbsent(schema, unknown -> registry.register(subject, unknown));
    }

    @Override
    public Schema schemaOf(int id) {
        return byId.computeIfAbsent(id, registry::schemaOf);
    }

    @Override
    public Optional<SchemaRegistry> registry() {
        return Optional.of(registry);
    }
}
