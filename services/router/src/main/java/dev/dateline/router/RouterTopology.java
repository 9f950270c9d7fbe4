package dev.dateline.router;

import dev.dateline.kafka.streams.StageMeters;
import dev.dateline.kafka.streams.StageTopology;
import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.pipeline.route.RouteTable;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.state.Stores;

/** Enriched in; the topics of regions and themes out. Remembers where each article went, so that it can be taken back. */
final class RouterTopology {
    static final String STAGE = "route";
    static final String STORE = "routed";
    /** Sink whose topic each record names. */
    static final String ROUTES = "routes";

    private static final String SOURCE = "source";

    private RouterTopology() {}

    static Topology build(Topics topics, MeterRegistry meters) {
        var table = table(topics.catalogue());
        var enriched = topics.enriched();
        var states = topics.routeStates();
        TopicNameExtractor<String, Routed> destination = (key, routed, context) -> routed.topic();
        var topology = new Topology()
                .addSource(
                        SOURCE,
                        Serdes.String().deserializer(),
                        enriched.values().deserializer(),
                        enriched.name())
                .addProcessor(
                        STAGE,
                        () -> new RouteProcessor(
                                table, enriched.values().serializer(), new StageMeters(meters, STAGE)),
                        SOURCE)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STORE), Serdes.String(), states),
                        STAGE)
                .addSink(
                        ROUTES,
                        destination,
                        Serdes.String().serializer(),
                        (topic, routed) -> routed.value(),
                        STAGE);
        StageTopology.addSink(topology, StageTopology.TRACE, topics.disposition(), STAGE);
        return topology;
    }

    private static RouteTable table(TopicCatalogue catalogue) {
        return new RouteTable(
                catalogue.family("region").topicByCode(),
                catalogue.family("theme").topicByCode());
    }
}
