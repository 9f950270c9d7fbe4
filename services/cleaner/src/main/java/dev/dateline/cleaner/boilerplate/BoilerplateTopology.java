package dev.dateline.cleaner.boilerplate;

import dev.dateline.kafka.streams.StageTopology;
import dev.dateline.kafka.topics.Topics;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * The clean log in; what hosts repeat out. One task, with one changelogged record a host. It reads its own topic, too, since
 * operators make it forget a host by deleting the host's record.
 */
public final class BoilerplateTopology {
    /** The word for it in dead letters and in the application id. */
    public static final String STAGE = "boilerplate";

    static final String STORE = "hosts";
    static final String LEARNT = "learnt";

    private static final String ARTICLES = "articles";
    private static final String DELETIONS = "deletions";

    private BoilerplateTopology() {}

    /**
     * Builds it.
     *
     * @param never hosts that nothing is learnt of
     */
    public static Topology build(Topics topics, Set<String> never) {
        var clean = topics.clean();
        var learnt = topics.boilerplate();
        var hosts = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Serdes.String(), topics.hostStates())
                // The articles of a host come in bursts: what one transaction changes is written once.
                .withCachingEnabled();
        var topology = new Topology()
                .addSource(ARTICLES, new StringDeserializer(), clean.values().deserializer(), clean.name())
                .addSource(DELETIONS, new StringDeserializer(), new ByteArrayDeserializer(), learnt.name())
                .addProcessor(STAGE, () -> new LearningProcessor(learnt, never), ARTICLES, DELETIONS)
                .addStateStore(hosts, STAGE);
        StageTopology.addSink(topology, LEARNT, learnt, STAGE);
        return topology;
    }
}
