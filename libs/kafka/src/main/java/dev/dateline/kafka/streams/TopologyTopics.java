package dev.dateline.kafka.streams;

import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/** Reads from a topology which topics it names: it is the one place that knows. */
final class TopologyTopics {
    private TopologyTopics() {}

    /** Names every topic that the topology reads or writes; not those that a sink chooses record by record. */
    static Set<String> of(Topology topology) {
        var names = new TreeSet<String>();
        for (var part : topology.describe().subtopologies()) {
            for (var node : part.nodes()) {
                if (node instanceof Source source) {
                    names.addAll(source.topicSet());
                } else if (node instanceof Sink sink && sink.topic() != null) {
                    names.add(sink.topic());
                }
            }
        }
        return names;
    }
}
