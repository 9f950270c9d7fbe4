package dev.dateline.fetcher;

import dev.dateline.kafka.topics.Topic;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.Consumer;

/** Verifies that what is remembered of a site can stand in the partition of the number that its requests have. */
final class PartitionCheck {
    private PartitionCheck() {}

    static void verify(Consumer<?, ?> consumer, Topic<?> requests, Topic<?>... others) throws StartException {
        var wanted = consumer.partitionsFor(requests.name()).size();
        var problems = new ArrayList<Problem>();
        for (var topic : others) {
            var found = consumer.partitionsFor(topic.name()).size();
            if (found != wanted) {
                problems.add(new Problem(
                        "topic " + topic.name(),
                        "has " + found + " partitions, and " + requests.name() + " has " + wanted,
                        "Delete " + topic.name() + " and create it with " + wanted + "."));
            }
        }
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
    }
}
