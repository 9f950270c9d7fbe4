package dev.dateline.kafka.asyncapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.kafka.topics.TopicSpec;
import dev.dateline.pipeline.tag.TagLabels;
import java.util.Comparator;
import java.util.LinkedHashMap;

/**
 * Describes what people may subscribe to, made of the catalogue of topics, the newest released schemas, and the headers. A topic is a
 * channel; topics with one contract are one channel with a parameter. Operations are those of a subscriber: it receives.
 *
 * @see <a href="https://www.asyncapi.com/docs/reference/specification/v3.0.0">AsyncAPI 3.0.0</a>
 */
public final class AsyncApi {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Of Kafka's bindings. */
    static final String BINDING_VERSION = "0.5.0";

    private static final String VERSION = "3.0.0";
    private static final String RULES = """
            News, clean, without copies, and tagged with regions and themes. Keys are UTF-8 strings. Values are Avro in Confluent's wire \
            format: a zero byte, the id of the schema in four bytes, the record. Read with isolation.level=read_committed. \
            The newest record of a key is the whole truth about it; what has no value any more (null) is gone. Order holds for \
            each key. Every event comes at least once, with the same ce_id when it comes again. Schemas only gain fields that have \
            defaults: an old reader reads new records, and a new one old records. How to read in a terminal, in Python and in Java: \
            docs/subscribing.md.""";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private final ObjectNode channels = JSON.objectNode();
    private final ObjectNode components;

    /**
     * Where a subscriber finds the news.
     *
     * @param brokers host and port; several with commas between them
     * @param secured whether they want TLS
     * @param registry address of the registry's API
     */
    public record Place(String brokers, boolean secured, String registry) {}

    public AsyncApi(TopicCatalogue catalogue, ReleasedSchemas released) {
        var labels = TagLabels.load();
        var described = new LinkedHashMap<TopicSpec, ObjectNode>();
        catalogue.topics().forEach(topic -> described.put(topic, Channel.of(topic)));
        catalogue.families().forEach(family -> described.put(family.spec(), Channel.of(family, labels)));
        described.keySet().removeIf(topic -> !topic.subscribe());
        // What most people come for stands first
        var topics = described.keySet().stream()
                .sorted(Comparator.comparing(topic -> !Messages.areArticles(topic)))
                .toList();
        topics.forEach(topic -> channels.set(topic.id(), described.get(topic)));
        this.components = new Messages(topics, released).components();
    }

    /** Gives the document as YAML. */
    public String yaml(Place place) {
        try {
            return YAML.writeValueAsString(document(place));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON is always YAML", e);
        }
    }

    /** Gives the document. */
    public ObjectNode document(Place place) {
        var document = JSON.objectNode().put("asyncapi", VERSION);
        document.set(
                "info",
                JSON.objectNode().put("title", "Dateline").put("version", "1").put("description", RULES));
        document.put("defaultContentType", EventHeaders.AVRO);
        document.set("servers", JSON.objectNode().set("kafka", server(place)));
        document.set("channels", channels);
        document.set("operations", operations());
        document.set("components", components);
        return document;
    }

    private static ObjectNode server(Place place) {
        var registry = JSON.objectNode()
                .put("schemaRegistryUrl", place.registry())
                .put("schemaRegistryVendor", "confluent")
                .put("bindingVersion", BINDING_VERSION);
        return JSON.objectNode()
                .put("host", place.brokers())
                .put("protocol", place.secured() ? "kafka-secure" : "kafka")
                .set("bindings", JSON.objectNode().set("kafka", registry));
    }

    private ObjectNode operations() {
        var operations = JSON.objectNode();
        channels.fieldNames().forEachRemaining(id -> {
            var operation = JSON.objectNode().put("action", "receive");
            operation.set("channel", reference("channels", id));
            var received = operation.putArray("messages");
            channels.get(id)
                    .get("messages")
                    .fieldNames()
                    .forEachRemaining(message -> received.add(reference("channels", id, "messages", message)));
            operations.set("receive-" + id, operation);
        });
        return operations;
    }

    static ObjectNode reference(String... path) {
        return JSON.objectNode().put("$ref", "#/" + String.join("/", path));
    }
}
