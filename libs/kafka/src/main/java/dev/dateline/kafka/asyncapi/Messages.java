package dev.dateline.kafka.asyncapi;

import static dev.dateline.kafka.asyncapi.AsyncApi.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.kafka.serde.ReleasedSchemas.Release;
import dev.dateline.kafka.streams.EventHeader;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.kafka.topics.TopicSpec;
import dev.dateline.schema.EnrichedArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the messages that stand in topics: their values, headers and keys, and what stands for a value that is gone. */
final class Messages {
    private static final String AVRO_FORMAT = "application/vnd.apache.avro;version=1.9.0";
    private static final String ARTICLE = EnrichedArticle.getClassSchema().getName();
    private static final String ARTICLE_HEADERS = "ArticleHeaders";
    private static final String TOMBSTONE_HEADERS = "TombstoneHeaders";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<TopicSpec> topics;
    private final ReleasedSchemas released;

    Messages(List<TopicSpec> topics, ReleasedSchemas released) {
        this.topics = topics;
        this.released = released;
    }

    /** Whether its values are articles, which have headers. */
    static boolean areArticles(TopicSpec topic) {
        return topic.value().equals(ARTICLE);
    }

    /** The message that says that the value of a key is gone. */
    static String goneOf(TopicSpec topic) {
        return topic.value() + "Gone";
    }

    ObjectNode components() {
        var messages = JSON.objectNode();
        var schemas = JSON.objectNode();
        for (var topic : topics) {
            var schema = schemaOf(topic.value());
            messages.set(topic.value(), valued(topic, said(schema.path("doc"))));
            schemas.set(
                    topic.value(),
                    JSON.objectNode().put("schemaFormat", AVRO_FORMAT).set("schema", schema));
            if (topic.gone() != null) {
                messages.set(goneOf(topic), gone(topic, topic.gone()));
            }
        }
        schemas.set(ARTICLE_HEADERS, headers(EventHeaders.OF_ARTICLES));
        var ofTombstones = new ArrayList<>(EventHeaders.OF_ARTICLES);
        ofTombstones.addAll(EventHeaders.OF_TOMBSTONES);
        schemas.set(TOMBSTONE_HEADERS, headers(ofTombstones));
        var components = JSON.objectNode();
        components.set("messages", messages);
        components.set("schemas", schemas);
        return components;
    }

    /** Avro keeps how a comment was broken into lines. */
    private static String said(JsonNode doc) {
        return doc.asText().replaceAll("\\n\\*?\\s*", " ");
    }

    private ObjectNode valued(TopicSpec topic, String doc) {
        var message = message(topic, topic.value(), doc, ARTICLE_HEADERS);
        message.set("payload", AsyncApi.reference("components", "schemas", topic.value()));
        return message;
    }

    private ObjectNode gone(TopicSpec topic, String doc) {
        var message = message(topic, goneOf(topic), doc, TOMBSTONE_HEADERS);
        message.set("payload", JSON.objectNode().put("type", "null"));
        return message;
    }

    private ObjectNode message(TopicSpec topic, String name, String doc, String headers) {
        var message = JSON.objectNode().put("name", name).put("summary", doc);
        if (areArticles(topic)) {
            message.set("headers", AsyncApi.reference("components", "schemas", headers));
        }
        var binding = JSON.objectNode();
        binding.set("key", JSON.objectNode().put("type", "string").put("description", keyOf(topic.value())));
        binding.put("schemaIdLocation", "payload")
                .put("schemaIdPayloadEncoding", "confluent")
                .put("schemaLookupStrategy", "TopicNameStrategy")
                .put("bindingVersion", AsyncApi.BINDING_VERSION);
        message.set("bindings", JSON.objectNode().set("kafka", binding));
        return message;
    }

    /** Of all topics with such values, as they share the message. */
    private String keyOf(String value) {
        return topics.stream()
                .filter(topic -> topic.value().equals(value))
                .map(TopicSpec::key)
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static ObjectNode headers(List<EventHeader> headers) {
        var schema = JSON.objectNode().put("type", "object");
        var required = schema.putArray("required");
        var properties = schema.putObject("properties");
        for (var header : headers) {
            if (header.always()) {
                required.add(header.name());
            }
            var property = properties.putObject(header.name()).put("type", "string");
            property.put("description", header.meaning());
            if (header.values().isEmpty()) {
                property.putArray("examples").add(header.example());
            } else {
                header.values().forEach(property.withArray("enum")::add);
            }
        }
        return schema;
    }

    private JsonNode schemaOf(String record) {
        List<Release> releases = released.of(record);
        try {
            return MAPPER.readTree(releases.get(releases.size() - 1).schema());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the released schema of " + record + " is no JSON", e);
        }
    }
}
