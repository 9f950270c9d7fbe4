package dev.dateline.kafka.streams;

import dev.dateline.kafka.topics.TopicAccess;
import dev.dateline.kafka.topics.TopicSpec;
import dev.dateline.kafka.topics.Topics;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/** Reads from a topology which topics it names: it is the one place that knows. */
final class TopologyTopics {
    private TopologyTopics() {}

    /**
     * Names every topic of the catalogue that the topology reads or writes, and the dead letters; topics of its own are not among them.
     *
     * @param namedByRecords topics that a sink chooses record by record
     */
    static TopicAccess of(Topology topology, Topics topics, Collection<TopicSpec> namedByRecords) {
        var sources = new HashSet<String>();
        var sinks = new HashSet<String>();
        for (var part : topology.describe().subtopologies()) {
            for (var node : part.nodes()) {
                if (node instanceof Source source) {
                    sources.addAll(source.topicSet());
                } else if (node instanceof Sink sink && sink.topic() != null) {
                    sinks.add(sink.topic());
                }
            }
        }
        var written = new HashSet<>(named(topics, sinks));
        written.addAll(namedByRecords);
        written.add(topics.deadLetter().spec());
        return new TopicAccess(named(topics, sources), written);
    }

    private static Set<TopicSpec> named(Topics topics, Set<String> names) {
        return topics.catalogue().all().stream()
                .filter(topic -> names.contains(topic.name()))
                .collect(Collectors.toSet());
    }
}
