package dev.dateline.sink;

import dev.dateline.kafka.KafkaSettings;
import dev.dateline.runtime.StartException;
import dev.dateline.sink.database.StoredOffsets.Position;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Which cluster and which topics these are: an offset means nothing in another cluster, nor in a topic made anew.
 *
 * @param clusterId as the cluster was formatted with
 * @param topicIds by name of the topic
 */
record KafkaIdentity(String clusterId, Map<String, String> topicIds) {

    /** Asks the broker. */
    static KafkaIdentity of(Map<String, Object> properties, Collection<String> topics) throws StartException {
        try (var admin = Admin.create(properties)) {
            var ids = new HashMap<String, String>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
            return new KafkaIdentity(admin.describeCluster().clusterId().get(), Map.copyOf(ids));
        } catch (ExecutionException e) {
            throw new StartException(
                    KafkaSettings.BOOTSTRAP.key(),
                    "the broker does not tell its cluster and topics (" + e.getMessage() + ")",
                    "Let this client describe the cluster and its topics.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException(KafkaSettings.BOOTSTRAP.key(), "interrupted while asking the broker", "");
        }
    }

    String topicId(String topic) {
        return Objects.requireNonNull(topicIds.get(topic), topic);
    }

    Position at(String topic, long next) {
        return new Position(next, clusterId, topicId(topic), null);
    }
}
