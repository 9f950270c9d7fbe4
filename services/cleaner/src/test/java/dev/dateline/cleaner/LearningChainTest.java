package dev.dateline.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.cleaner.boilerplate.BoilerplateTopology;
import dev.dateline.cleaner.boilerplate.LiveBoilerplate;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RemovedBlock;
import dev.dateline.schema.TextEdge;
import dev.dateline.testkit.Articles;
import dev.dateline.testkit.TopologyHarness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages through the cleaner, articles through the learner, and what it learns back into the cleaner. */
class LearningChainTest {
    private static final String CLUB = "Readers in eleven harbours keep our ferries in the news.";

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private KafkaConnection kafka;
    private Topics topics;
    private LiveBoilerplate boilerplate;
    private TopologyHarness cleaner;
    private TopologyHarness learner;
    private int written;

    @BeforeEach
    void start() throws Exception {
        var settings = new SettingsLoader(CleanerMain.DEFINITION.settings())
                .set(StreamsSettings.STATE_DIRECTORY.key(), folder.toString())
                .load();
        kafka = KafkaConnection.from(settings);
        topics = kafka.topics();
        boilerplate = new LiveBoilerplate(kafka, Set.of(), meters);
        var stage = new RemovedBlocks(CleanerConfig.from(settings).cleaner(boilerplate), meters);
        cleaner = harness(settings, CleanerTopology.STAGE, CleanerTopology.build(topics, stage, meters));
        learner = harness(settings, BoilerplateTopology.STAGE, BoilerplateTopology.build(topics, Set.of()));
    }

    @AfterEach
    void stop() {
        cleaner.close();
        learner.close();
    }

    @Test
    void shouldCleanLaterPagesOfAHostByWhatTheEarlierOnesRepeat() {
        var before = publish();
        assertThat(before.getText()).endsWith(CLUB);
        assertThat(before.getBoilerplateVersion()).isZero();
        for (int i = 0; i < 30; i++) {
            publish();
        }

        var after = publish();

        assertThat(after.getText()).endsWith("nobody could say why.");
        assertThat(after.getBoilerplateVersion()).isOne();
        assertThat(after.getRemoved()).containsExactly(new RemovedBlock(TextEdge.TAIL, CLUB));
        assertThat(CleanerMetrics.BOILERPLATE_REMOVED.counter(meters, "tail").count())
                .isPositive();
    }

    @Test
    void shouldNotUnlearnWhatItRemoves() {
        for (int i = 0; i < 500; i++) {
            publish();
        }

        assertThat(publish().getBoilerplateVersion()).isOne();
    }

    @Test
    void shouldKeepTheBlocksOfAHostThatAnOperatorForgets() {
        for (int i = 0; i < 30; i++) {
            publish();
        }
        learner.pipe(topics.boilerplate().name(), Serdes.ByteArray(), "news.example", null);
        follow();

        var after = publish();

        assertThat(after.getText()).endsWith(CLUB);
        assertThat(after.getBoilerplateVersion()).isEqualTo(2);
    }

    private CleanArticle publish() {
        written++;
        var page = """
                <html lang="en"><head><title>Ferry%1$d pier%1$d storm%1$d</title></head><body><article>
                <h1>Ferry%1$d pier%1$d storm%1$d</h1>
                <p>The ferry with number %1$d was held in port on Monday, since the wind had torn a rope at its pier.</p>
                <p>The captain of ferry %1$d said that the next one would leave in the evening, but nobody could say why.</p>
                <p>%2$s</p></article></body></html>
                """.formatted(written, CLUB);
        cleaner.pipe(
                topics.raw().name(),
                topics.raw().values(),
                "a" + written,
                Articles.raw("a" + written, page).build());
        var article =
                cleaner.values(topics.clean().name(), topics.clean().values()).get(0);
        learner.pipe(topics.clean().name(), topics.clean().values(), article.getArticleId(), article);
        follow();
        return article;
    }

    private void follow() {
        learner.records(topics.boilerplate().name(), Serdes.ByteArray())
                .forEach(record -> boilerplate.take(
                        new ConsumerRecord<>(topics.boilerplate().name(), 0, 0, record.key(), record.value())));
    }

    private TopologyHarness harness(Settings settings, String stage, Topology topology) {
        return new TopologyHarness(topology, StreamsSettings.properties(settings, kafka, meters, stage));
    }
}
