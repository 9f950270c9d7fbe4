package dev.dateline.router;

import dev.dateline.kafka.streams.StageMeters;
import dev.dateline.kafka.streams.StageTopology;
import dev.dateline.kafka.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.state.Stores;

/**
 * Enriched in; the topics of regions, themes and routes out. Remembers where each article went, so that it can be taken back. Beside
 * it, articles from before a route was made come in once more.
 */
final class RouterTopology {
    static final String STAGE = "route";
    static final String STORE = "routed";
    /** Sink whose topic each record names. */
    static final String ROUTES = "routes";

    private static final String SOURCE = "source";
    private static final String REFILL_SOURCE = "refill-source";
    private static final String REFILL = "refill";

    private RouterTopology() {}

    static Topology build(Topics topics, RoutesInForce routes, MeterRegistry meters) {
        var enriched = topics.enriched();
        var refill = topics.routeRefill();
        var states = topics.routeStates();
        var topology = new Topology()
                .addSource(
                        SOURCE,
                        Serdes.String().deserializer(),
                        enriched.values().deserializer(),
                        enriched.name())
                .addProcessor(STAGE, () -> new RouteProcessor(routes, topics, new StageMeters(meters, STAGE)), SOURCE)
                .addSource(
                        REFILL_SOURCE,
                        Serdes.String().deserializer(),
                        refill.values().deserializer(),
                        refill.name())
                .addProcessor(REFILL, () -> new RefillProcessor(routes, topics), REFILL_SOURCE)
                .addStateStore(
                        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), states),
                        STAGE,
                        REFILL)
                .addSink(
                        ROUTES,
                        new Destination(),
                        Serdes.String().serializer(),
                        (topic, routed) -> routed.value(),
                        STAGE,
                        REFILL);
        StageTopology.addSink(topology, StageTopology.TRACE, topics.disposition(), STAGE);
        return topology;
    }

    /** Sends each record to the topic that it names. */
    private static final class Destination implements TopicNameExtractor<String, Routed> {
        @Override
        public String extract(String key, Routed routed, RecordContext context) {
            return routed.topic();
        }

        @Override
        public String toString() {
            return "named by each record";
        }
    }
}
