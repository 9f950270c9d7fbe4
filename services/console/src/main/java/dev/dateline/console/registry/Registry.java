package dev.dateline.console.registry;

import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.kafka.serde.ReleasedSchemas.Release;
import dev.dateline.kafka.serde.SchemaRegistry;
import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.kafka.topics.TopicSpec;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Answers what a schema registry is asked, from the released schemas and the catalogue of topics. Subjects are
 * {@code <topic>-value}. Immutable.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">the API</a>
 */
public final class Registry {
    private static final String LATEST = "latest";

    private final Map<Integer, Release> byId = new LinkedHashMap<>();
    private final Map<String, List<Release>> bySubject = new TreeMap<>();
    private final Map<Integer, Schema> parsed = new LinkedHashMap<>();

    /** A schema. */
    public record Text(String schema) {}

    /** A version of a subject with its schema. */
    public record Version(String subject, int version, int id, String schema) {}

    /** A version of a subject by name only. */
    public record SubjectVersion(String subject, int version) {}

    /** An id. */
    public record Id(int id) {}

    public Registry(ReleasedSchemas released, TopicCatalogue catalogue) {
        for (var release : released.all()) {
            byId.put(release.id(), release);
            parsed.put(release.id(), new Schema.Parser().parse(release.schema()));
        }
        catalogue.all().stream()
                .filter(TopicSpec::hasSchema)
                .forEach(topic -> bySubject.put(SchemaRegistry.subjectOf(topic.name()), released.of(topic.value())));
    }

    /** Gives the schema that stands behind an id in records. */
    public Text schema(String id) {
        return new Text(release(id).schema());
    }

    /** Lists where an id is used. */
    public List<SubjectVersion> versionsOf(String id) {
        var release = release(id);
        return bySubject.entrySet().stream()
                .filter(subject -> subject.getValue().contains(release))
                .map(subject -> new SubjectVersion(subject.getKey(), release.version()))
                .toList();
    }

    private Release release(String id) {
        var release = id.matches("\\d{1,9}") ? byId.get(Integer.valueOf(id)) : null;
        if (release == null) {
            throw RegistryException.schemaNotFound("Schema " + id + " not found");
        }
        return release;
    }

    public List<String> subjects() {
        return List.copyOf(bySubject.keySet());
    }

    /** Lists the versions of a subject. */
    public List<Integer> versions(String subject) {
        return releases(subject).stream().map(Release::version).sorted().toList();
    }

    /** Gives a version by its number; {@code latest} and {@code -1} mean the newest. */
    public Version version(String subject, String number) {
        var releases = releases(subject);
        if (number.equals(LATEST) || number.equals("-1")) {
            return shown(
                    subject,
                    releases.stream()
                            .max(Comparator.comparingInt(Release::version))
                            .orElseThrow());
        }
        if (!number.matches("[1-9]\\d{0,8}")) {
            throw RegistryException.invalidVersion(number);
        }
        return releases.stream()
                .filter(release -> release.version() == Integer.parseInt(number))
                .findFirst()
                .map(release -> shown(subject, release))
                .orElseThrow(() -> RegistryException.versionNotFound(number));
    }

    /** Finds the version of a subject that has a schema; documentation and layout make no difference. */
    public Version lookUp(String subject, String text) {
        var releases = releases(subject);
        var schema = parse(text);
        return releases.stream()
                .filter(release -> schema.equals(parsed.get(release.id())))
                .findFirst()
                .map(release -> shown(subject, release))
                .orElseThrow(() -> RegistryException.schemaNotFound("Schema not found"));
    }

    /** Gives the id of a schema that a subject has; a new one is refused, since releases come with the program only. */
    public Id register(String subject, String schema) {
        try {
            return new Id(lookUp(subject, schema).id());
        } catch (RegistryException e) {
            throw e.isNotFound() ? RegistryException.readOnly(subject) : e;
        }
    }

    private static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw RegistryException.invalidSchema(e.getMessage());
        }
    }

    private List<Release> releases(String subject) {
        var releases = bySubject.get(subject);
        if (releases == null) {
            throw RegistryException.subjectNotFound(subject);
        }
        return releases;
    }

    private static Version shown(String subject, Release release) {
        return new Version(subject, release.version(), release.id(), release.schema());
    }
}
