package dev.dateline.kafka.asyncapi;

import static dev.dateline.kafka.asyncapi.AsyncApi.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.kafka.topics.TopicCatalogue.TopicFamily;
import dev.dateline.kafka.topics.TopicSpec;
import dev.dateline.pipeline.tag.TagLabels;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** Makes the channel of a topic, or of topics with one contract. */
final class Channel {
    /** What a subscriber counts on, of Kafka's configuration; how far compaction lags behind has no word in the bindings. */
    private static final List<String> PROMISED = List.of(
            TopicConfig.RETENTION_MS_CONFIG,
            TopicConfig.DELETE_RETENTION_MS_CONFIG,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG);

    private Channel() {}

    static ObjectNode of(TopicSpec topic) {
        var channel = JSON.objectNode().put("address", topic.name()).put("description", topic.doc());
        channel.set("messages", messages(topic));
        channel.set("bindings", JSON.objectNode().set("kafka", binding(topic)));
        return channel;
    }

    static ObjectNode of(TopicFamily family, TagLabels labels) {
        var channel = of(family.spec());
        channel.set("parameters", JSON.objectNode().set(TopicFamily.PARAMETER, parameter(family, labels)));
        return channel;
    }

    private static ObjectNode messages(TopicSpec topic) {
        var messages = JSON.objectNode();
        messages.set(topic.value(), AsyncApi.reference("components", "messages", topic.value()));
        if (topic.gone() != null) {
            var gone = Messages.goneOf(topic);
            messages.set(gone, AsyncApi.reference("components", "messages", gone));
        }
        return messages;
    }

    private static ObjectNode parameter(TopicFamily family, TagLabels labels) {
        if (family.members().isEmpty()) {
            return JSON.objectNode().put("description", "Whatever those named it who made it.");
        }
        var parameter = JSON.objectNode().put("description", "One of the list; x-members names them.");
        var names = parameter.putArray("enum");
        var members = parameter.putArray("x-members");
        family.members().forEach((member, code) -> {
            names.add(member);
            members.addObject().put("member", member).put("code", code).put("label", label(code, labels));
        });
        return parameter;
    }

    /** A code is that of a region or of a theme, never of both. */
    private static String label(String code, TagLabels labels) {
        return labels.regions().getOrDefault(code, labels.theme(code));
    }

    private static ObjectNode binding(TopicSpec topic) {
        Map<String, String> config = topic.config();
        var promised = JSON.objectNode();
        var policies = promised.putArray(TopicConfig.CLEANUP_POLICY_CONFIG);
        List.of(topic.cleanup().split(",")).forEach(policies::add);
        PROMISED.stream()
                .filter(config::containsKey)
                .forEach(key -> promised.put(key, Long.parseLong(config.get(key))));
        var binding = JSON.objectNode().put("partitions", topic.partitions());
        binding.set("topicConfiguration", promised);
        var lag = config.get(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG);
        if (lag != null) {
            binding.put("x-" + TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.parseLong(lag));
        }
        return binding.put("bindingVersion", AsyncApi.BINDING_VERSION);
    }
}
