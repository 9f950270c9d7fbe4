package dev.dateline.deduplicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.pipeline.dedup.ArticleIndex;
import dev.dateline.pipeline.dedup.Deduplicator;
import dev.dateline.pipeline.dedup.DeduplicatorConfig;
import dev.dateline.pipeline.dedup.Judgement;
import dev.dateline.pipeline.dedup.StatesInMemory;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.ArticleState;
import dev.dateline.schema.IndexEntry;
import dev.dateline.schema.IndexProgress;
import dev.dateline.schema.IndexedText;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of the index within the topology, and one that knows nothing but its changelog. */
class IndexStoreTest {
    private static final String CHANGELOG = "dateline-dedup-index-changelog";
    private static final DeduplicatorConfig CONFIG = DeduplicatorConfig.DEFAULT;

    @TempDir
    Path folder;

    private final Random random = new Random(3);
    private Topics topics;
    private TopologyTestDriver driver;
    private KeyValueStore<String, IndexEntry> store;

    @BeforeEach
    void start() throws Exception {
        var settings = new SettingsLoader(DeduplicatorMain.DEFINITION.settings())
                .set(StreamsSettings.STATE_DIRECTORY.key(), folder.toString())
                .load();
        var kafka = KafkaConnection.from(settings);
        var meters = new SimpleMeterRegistry();
        topics = kafka.topics();
        driver = new TopologyTestDriver(
                DeduplicatorTopology.build(topics, CONFIG, meters),
                StreamsSettings.properties(settings, kafka, meters, DeduplicatorTopology.STAGE));
        store = driver.getKeyValueStore(DeduplicatorTopology.INDEX);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldGiveBackWhatWasPut() {
        var a = entry();
        var progress = new IndexEntry(null, new IndexProgress(Instant.ofEpochMilli(5), "a", "made", "PT168H"));
        store.put("a", entry());
        store.put("a", a);
        store.putAll(List.of(KeyValue.pair("b", entry()), KeyValue.pair(ArticleIndex.PROGRESS, progress)));
        assertThat(store.get("a")).isEqualTo(a);
        assertThat(store.get(ArticleIndex.PROGRESS)).isEqualTo(progress);
        assertThat(store.get("c")).isNull();
        assertThat(store.putIfAbsent("a", entry())).isEqualTo(a);
        assertThat(keys(store.all())).containsExactly(ArticleIndex.PROGRESS, "a", "b");
        assertThat(keys(store.range("a", "a"))).containsExactly("a");
        assertThat(store.approximateNumEntries()).isEqualTo(2);
        assertThat(store.persistent()).isFalse();
    }

    @Test
    void shouldForgetWhatWasDeleted() {
        var a = entry();
        store.put("a", a);
        store.put("b", entry());
        assertThat(store.delete("a")).isEqualTo(a);
        assertThat(store.delete("a")).isNull();
        store.put("b", null);
        assertThat(keys(store.all())).isEmpty();
        assertThat(StoredIndex.in(store).index().size()).isZero();
    }

    @Test
    void shouldBeSearchedInWhatWasPut() {
        var index = StoredIndex.in(store);
        index.put("a", entry());
        assertThat(index.index().keys()).containsExactly("a");
        index.delete("a");
        assertThat(index.index().keys()).isEmpty();
    }

    @Test
    void shouldBeEmptyWhenOpenedAgain() {
        var closed = new IndexStore("index", topics.indexEntries());
        closed.put(
                Bytes.wrap(new byte[] {'a'}), topics.indexEntries().serializer().serialize(CHANGELOG, entry()));
        closed.close();
        assertThat(closed.isOpen()).isFalse();
        var restored = RestoredStore.of(closed);
        assertThat(restored.store().isOpen()).isTrue();
        assertThat(restored.store().approximateNumEntries()).isZero();
    }

    @Test
    void shouldJudgeWithWhatWasRestoredAsWithWhatWasJudged() {
        var log = NewsLog.of(7, 600);
        log.subList(0, 400).forEach(this::judge);
        var restored = RestoredStore.of(new IndexStore("index", topics.indexEntries()));
        changes().forEach(change -> restored.callback().restore(change.key, change.value));
        assertThat(content(restored.store())).isEqualTo(content()).hasSizeGreaterThan(5);

        var other = new Deduplicator(states(), new RestoredIndex(index(restored.store())), CONFIG);
        assertThat(other.isRebuilt()).isFalse();
        for (int i = 400; i < log.size(); i++) {
            var entry = log.get(i);
            assertThat(bytes(other.judge(entry.article(), entry.ingested(), i))).isEqualTo(judge(entry));
        }
    }

    private List<String> judge(NewsLog.Entry entry) {
        driver.createInputTopic(
                        topics.clean().name(),
                        new StringSerializer(),
                        topics.clean().values().serializer())
                .pipeInput(new TestRecord<>(entry.key(), entry.article(), entry.ingested()));
        var published = new ArrayList<String>();
        for (var topic : List.of(topics.unique(), topics.duplicate(), topics.story())) {
            driver.createOutputTopic(
                            topic.name(),
                            new StringDeserializer(),
                            topic.values().deserializer())
                    .readValuesToList()
                    .forEach(value -> published.add(value.toString()));
        }
        return published;
    }

    private static List<String> bytes(Judgement judgement) {
        var published = new ArrayList<String>();
        judgement.unique().ifPresent(it -> published.add(it.toString()));
        judgement.duplicate().ifPresent(it -> published.add(it.toString()));
        judgement.stories().forEach(it -> published.add(it.toString()));
        return published;
    }

    private List<KeyValue<byte[], byte[]>> changes() {
        return driver.createOutputTopic(CHANGELOG, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readKeyValuesToList();
    }

    private StatesInMemory states() {
        var states = new StatesInMemory();
        try (var all = driver.<String, ArticleState>getKeyValueStore(DeduplicatorTopology.STORE)
                .all()) {
            all.forEachRemaining(state -> states.put(state.value));
        }
        return states;
    }

    private Map<String, IndexEntry> content() {
        var content = new TreeMap<String, IndexEntry>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> content.put(entry.key, entry.value));
        }
        return content;
    }

    private Map<String, IndexEntry> content(IndexStore restored) {
        var index = index(restored);
        var content = new TreeMap<String, IndexEntry>();
        index.keys().forEach(key -> content.put(key, index.get(key)));
        return content;
    }

    private static ArticleIndex index(IndexStore store) {
        return store.query(new IndexStore.IndexQuery(), PositionBound.unbounded(), new QueryConfig(false))
                .getResult();
    }

    private static List<String> keys(KeyValueIterator<String, IndexEntry> entries) {
        var keys = new ArrayList<String>();
        try (entries) {
            entries.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private IndexEntry entry() {
        var signature = new byte[512];
        random.nextBytes(signature);
        var at = Instant.ofEpochMilli(random.nextInt(1_000_000));
        return new IndexEntry(
                new IndexedText("source", random.nextLong(), at, at, random.nextInt(500), ByteBuffer.wrap(signature)),
                null);
    }
}
