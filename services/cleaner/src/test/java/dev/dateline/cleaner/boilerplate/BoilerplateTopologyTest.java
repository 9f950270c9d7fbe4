package dev.dateline.cleaner.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.HostBoilerplate;
import dev.dateline.schema.RepeatedBlock;
import dev.dateline.testkit.Articles;
import dev.dateline.testkit.GoldenFile;
import dev.dateline.testkit.TopologyHarness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoilerplateTopologyTest {
    private static final String LETTER = "Get the harbour letter in your inbox every morning.";
    private static final String HOST = "news.example";

    @TempDir
    Path folder;

    private Topics topics;
    private Topology topology;
    private TopologyHarness harness;
    private int written;

    @BeforeEach
    void start() throws Exception {
        var settings = new SettingsLoader(StreamsSettings.with(List.of()))
                .set(StreamsSettings.STATE_DIRECTORY.key(), folder.toString())
                .load();
        var kafka = KafkaConnection.from(settings);
        topics = kafka.topics();
        topology = BoilerplateTopology.build(topics, Set.of("left.example"));
        harness = new TopologyHarness(
                topology,
                StreamsSettings.properties(settings, kafka, new SimpleMeterRegistry(), BoilerplateTopology.STAGE));
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void shouldHaveTheTopologyThatWasReviewed() {
        GoldenFile.verify(
                "src/test/resources/boilerplate-topology.txt",
                topology.describe().toString());
    }

    @Test
    void shouldPublishWhatAHostRepeatsOnceAndUnderItsName() {
        publish(200);

        var records = harness.records(
                topics.boilerplate().name(), topics.boilerplate().values());
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(HOST);
            assertThat(record.getRecordTime()).isEqualTo(TopologyHarness.INGESTED);
            assertThat(record.value().getVersion()).isOne();
            assertThat(record.value().getBlocks())
                    .extracting(RepeatedBlock::getText)
                    .containsExactly(LETTER);
        });
    }

    @Test
    void shouldBeginAnewWhenTheRecordOfAHostIsDeleted() {
        publish(200);
        learnt();

        harness.pipe(topics.boilerplate().name(), Serdes.ByteArray(), HOST, null);
        assertThat(learnt()).singleElement().satisfies(empty -> {
            assertThat(empty.getVersion()).isEqualTo(2);
            assertThat(empty.getBlocks()).isEmpty();
        });

        publish(200);
        assertThat(learnt()).extracting(HostBoilerplate::getVersion).containsExactly(3);
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            written++;
            var article = Articles.clean(
                            "article" + written,
                            "alpha%1$d beta%1$d".formatted(written),
                            "Article %d says what no other says.\n\n%s".formatted(written, LETTER))
                    .build();
            harness.pipe(topics.clean().name(), topics.clean().values(), article.getArticleId(), article);
        }
    }

    private List<HostBoilerplate> learnt() {
        return harness.values(topics.boilerplate().name(), topics.boilerplate().values());
    }
}
