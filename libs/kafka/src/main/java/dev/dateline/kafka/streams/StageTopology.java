package dev.dateline.kafka.streams;

import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.Disposition;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** The topology of a stage without memory: one topic in, what was kept out, and a trace of every record. */
public final class StageTopology {
    /** Sink of what a stage keeps. */
    public static final String KEPT = "kept";
    /** Sink of the traces. */
    public static final String TRACE = "trace";

    private static final String SOURCE = "source";

    private StageTopology() {}

    /** Builds it: source, step and two sinks, each named. */
    public static <I, O> Topology of(
            StageProcessor.Definition<I, O> definition,
            Topic<I> input,
            Topic<O> output,
            Topic<Disposition> trace,
            MeterRegistry meters) {
        var topology = new Topology()
                .addSource(SOURCE, new StringDeserializer(), input.values().deserializer(), input.name())
                .addProcessor(definition.name(), StageProcessor.supplier(definition, output, trace, meters), SOURCE);
        addSink(topology, KEPT, output, definition.name());
        addSink(topology, TRACE, trace, definition.name());
        return topology;
    }

    /** Adds a sink for a topic with string keys, whose values come encoded (see {@link TopicEncoder}). */
    public static void addSink(Topology topology, String name, Topic<?> topic, String parent) {
        topology.addSink(name, topic.name(), new StringSerializer(), new ByteArraySerializer(), parent);
    }
}
