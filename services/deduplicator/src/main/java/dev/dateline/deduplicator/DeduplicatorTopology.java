package dev.dateline.deduplicator;

import dev.dateline.kafka.streams.StageMeters;
import dev.dateline.kafka.streams.StageTopology;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.pipeline.dedup.DeduplicatorConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** The clean log in; originals, copies and stories out. One task, with one changelogged record an article, and its index beside it. */
final class DeduplicatorTopology {
    static final String STAGE = "dedup";
    static final String STORE = "articles";
    static final String INDEX = "index";
    static final String UNIQUE = "unique";
    static final String DUPLICATE = "duplicate";
    static final String STORY = "story";

    private static final String SOURCE = "source";

    /** A store in memory reads its changelog from the beginning at each start: what was replaced or forgotten should not be in it long. */
    private static final Map<String, String> SOON_COMPACTED = Map.of(
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(128 << 20),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.2");

    private DeduplicatorTopology() {}

    static Topology build(Topics topics, DeduplicatorConfig config, MeterRegistry meters) {
        var clean = topics.clean();
        var topology = new Topology()
                .addSource(
                        SOURCE, Serdes.String().deserializer(), clean.values().deserializer(), clean.name())
                .addProcessor(
                        STAGE,
                        () -> new DeduplicationProcessor(
                                topics,
                                config,
                                new StageMeters(meters, STAGE),
                                CandidateMeters.of(meters),
                                DuplicateMeters.of(meters)),
                        SOURCE)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STORE), Serdes.String(), topics.articleStates()),
                        STAGE)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                        new IndexStores(INDEX, topics.indexEntries()),
                                        Serdes.String(),
                                        topics.indexEntries())
                                .withLoggingEnabled(SOON_COMPACTED),
                        STAGE);
        StageTopology.addSink(topology, UNIQUE, topics.unique(), STAGE);
        StageTopology.addSink(topology, DUPLICATE, topics.duplicate(), STAGE);
        StageTopology.addSink(topology, STORY, topics.story(), STAGE);
        StageTopology.addSink(topology, StageTopology.TRACE, topics.disposition(), STAGE);
        return topology;
    }
}
