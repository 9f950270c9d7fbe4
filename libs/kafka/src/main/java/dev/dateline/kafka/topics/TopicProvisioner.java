package dev.dateline.kafka.topics;

import dev.dateline.kafka.KafkaSettings;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics of the catalogue that are missing, after their schemas are registered; never changes or deletes one that is
 * there.
 */
public final class TopicProvisioner {
    private final Map<String, Object> properties;
    private final int maxPartitions;
    private final short replication;
    private final SchemaProvisioner schemas;

    public TopicProvisioner(Settings settings) throws StartException {
        this.properties = KafkaSettings.common(settings);
        this.maxPartitions = settings.get(KafkaSettings.MAX_PARTITIONS);
        this.replication = settings.get(KafkaSettings.REPLICATION).shortValue();
        this.schemas = new SchemaProvisioner(settings);
    }

    /**
     * Creates what is missing.
     *
     * @return names of the topics that were created
     * @throws StartException when the broker refuses one, or the registry its schema
     */
    public List<String> apply(TopicCatalogue catalogue) throws StartException, InterruptedException {
        return apply(catalogue.all());
    }

    /** Creates what is missing of some topics, as {@link #apply(TopicCatalogue)}. */
    public List<String> apply(List<TopicSpec> topics) throws StartException, InterruptedException {
        return apply(topics, new Layout(maxPartitions, replication));
    }

    /**
     * Creates what is missing of some topics, as {@link #apply(TopicCatalogue)}, laid out as one that is there: who adds to a cluster
     * need not know how it was set up.
     */
    public List<String> applyLike(TopicSpec model, List<TopicSpec> topics) throws StartException, InterruptedException {
        return apply(topics, layoutOf(model));
    }

    /** How widely a topic is spread. */
    private record Layout(int maxPartitions, short replication) {}

    private Layout layoutOf(TopicSpec model) throws StartException, InterruptedException {
        Brokers.require(properties);
        try (var admin = Admin.create(properties)) {
            var partitions = admin.describeTopics(List.of(model.name()))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get()
                    .partitions();
            return new Layout(
                    partitions.size(), (short) partitions.get(0).replicas().size());
        } catch (ExecutionException e) {
            throw new StartException(
                    "topic " + model.name(),
                    "cannot be looked at: " + e.getMessage(),
                    "Is it there? 'dateline topics apply' creates the topics; check the rights of this client, too.");
        }
    }

    private List<String> apply(List<TopicSpec> topics, Layout layout) throws StartException, InterruptedException {
        var created = new ArrayList<String>();
        Brokers.require(properties);
        schemas.apply(topics);
        try (var admin = Admin.create(properties)) {
            var results = admin.createTopics(topics.stream()
                            .map(topic -> newTopic(topic, layout))
                            .toList())
                    .values();
            for (var result : results.entrySet()) {
                try {
                    result.getValue().get();
                    created.add(result.getKey());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new StartException(
                                "topic " + result.getKey(),
                                "cannot be created: " + e.getMessage(),
                                "Check " + KafkaSettings.BOOTSTRAP.key() + ", " + KafkaSettings.REPLICATION.key()
                                        + " and the rights of this client.");
                    }
                }
            }
        }
        return created;
    }

    private static NewTopic newTopic(TopicSpec spec, Layout layout) {
        return new NewTopic(spec.name(), Math.min(spec.partitions(), layout.maxPartitions()), layout.replication())
                .configs(config(spec, layout.replication()));
    }

    /** Nothing is lost with a broker: a write counts when two have it. */
    private static Map<String, String> config(TopicSpec spec, short replication) {
        var config = new HashMap<>(spec.config());
        if (replication >= 3) {
            config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return config;
    }
}
