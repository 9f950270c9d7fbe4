package dev.dateline.kafka.topics;

import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Verifies before a service starts that the broker answers and has the service's topics. */
public final class TopicCheck {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, Object> properties;
    private final Collection<TopicSpec> required;

    public TopicCheck(Map<String, Object> properties, Collection<TopicSpec> required) {
        this.properties = properties;
        this.required = List.copyOf(required);
    }

    /** The check of a few topics. */
    public static TopicCheck of(Map<String, Object> properties, Topic<?>... topics) {
        return new TopicCheck(
                properties, List.of(topics).stream().map(Topic::spec).toList());
    }

    /**
     * Asks the broker.
     *
     * @throws StartException naming the broker that does not answer, or every topic that is missing
     */
    public void verify() throws StartException {
        Brokers.require(properties);
        try (var admin = Admin.create(Brokers.withTimeout(properties))) {
            var missing = missing(
                    admin.describeTopics(required.stream().map(TopicSpec::name).toList()));
            if (!missing.isEmpty()) {
                throw new StartException(missing);
            }
        } catch (KafkaException e) {
            throw Brokers.explain(properties, e);
        }
    }

    private List<Problem> missing(DescribeTopicsResult described) throws StartException {
        var problems = new ArrayList<Problem>();
        for (var topic : required) {
            try {
                var description = Objects.requireNonNull(
                                described.topicNameValues().get(topic.name()))
                        .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
                if (topic.partitions() == 1 && description.partitions().size() != 1) {
                    problems.add(new Problem(
                            "topic " + topic.name(),
                            "has " + description.partitions().size() + " partitions, and its order needs one",
                            "Delete it and run: dateline topics apply"));
                }
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw Brokers.explain(properties, e);
                }
                problems.add(new Problem(
                        "topic " + topic.name(), "does not exist", "Create the topics: dateline topics apply"));
            } catch (TimeoutException e) {
                throw Brokers.explain(properties, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Brokers.explain(properties, e);
            }
        }
        return problems;
    }
}
