package dev.dateline.kafka.topics;

import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.topics.TopicAccess.Use;
import dev.dateline.runtime.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.acl.AclOperation;

/** What can be wrong with a topic, each with the command that mends it. */
final class TopicProblems {
    private final Object brokers;

    TopicProblems(Map<String, Object> properties) {
        this.brokers = properties.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "BROKER");
    }

    Problem missing(TopicSpec topic) {
        return new Problem(place(topic), "does not exist", "Create the topics: dateline topics apply");
    }

    Problem tooMany(TopicSpec topic, int found) {
        return new Problem(place(topic), "has " + found + " partitions, and its order needs one", anew(topic));
    }

    Problem tooFew(TopicSpec topic, int found) {
        return new Problem(
                place(topic),
                "has " + found + " partitions, and the catalogue says " + topic.partitions(),
                anew(topic) + ". Where so few are meant, say so to every program: " + KafkaSettings.MAX_PARTITIONS.key()
                        + "=" + found);
    }

    /** Kafka says the same of a topic that is not there and of one that we may not see. */
    Problem unseen(Use use) {
        return new Problem(
                place(use.topic()),
                "is not there, or we may not see it",
                "Create the topics: dateline topics apply. Then allow us its use: " + allow(use, use.operations()));
    }

    Problem notAllowed(Use use, Set<AclOperation> allowed) {
        var refused = use.operations().stream()
                .filter(operation -> !allowed.contains(operation))
                .collect(Collectors.toSet());
        return new Problem(
                place(use.topic()),
                "we may not " + words(refused, " and ").toLowerCase(Locale.ROOT) + " it",
                "Allow us that: " + allow(use, refused));
    }

    private String allow(Use use, Set<AclOperation> operations) {
        var asked = operations.isEmpty() ? "Describe" : words(operations, " --operation ");
        return "kafka-acls.sh --bootstrap-server " + brokers + " --add --allow-principal User:OURS --operation " + asked
                + " --topic " + use.topic().name();
    }

    /** Partitions can be added to a topic, but its keys would then lie elsewhere than before. */
    private String anew(TopicSpec topic) {
        var made = "kafka-topics.sh --bootstrap-server " + brokers + " --delete --topic " + topic.name()
                + " && dateline topics apply";
        return topic.saved()
                ? "Nothing else has its records, so save them first: dateline topics save DIR. Then make it anew: "
                        + made + " && dateline topics restore DIR"
                : "Make it anew, which takes its records away: " + made;
    }

    private static String words(Set<AclOperation> operations, String between) {
        return operations.stream()
                .sorted()
                .map(operation -> operation == AclOperation.READ ? "Read" : "Write")
                .collect(Collectors.joining(between));
    }

    private static String place(TopicSpec topic) {
        return "topic " + topic.name();
    }
}
