package dev.dateline.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.FeedItem;
import dev.dateline.testkit.Articles;
import dev.dateline.testkit.GoldenFile;
import dev.dateline.testkit.TopologyHarness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanerTopologyTest {
    private static final String PAGE = """
            <html lang="en"><head><title>Dam filled for the first time</title></head><body><article><h1>Dam filled for the first time</h1>
            <p>The reservoir above the valley reached its full level on Tuesday, two years after the last gate was closed, the
            ministry of water said in a statement to reporters.</p>
            <p>Engineers will watch the pressure for a month before the turbines are started one after the other, and villages
            downstream have been told how they would be warned if anything went wrong.</p></article></body></html>
            """;

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Settings settings;
    private KafkaConnection kafka;
    private Topology topology;

    @BeforeEach
    void build() throws Exception {
        settings = new SettingsLoader(CleanerMain.DEFINITION.settings())
                .set(StreamsSettings.STATE_DIRECTORY.key(), folder.toString())
                .load();
        kafka = KafkaConnection.from(settings);
        topology = CleanerTopology.build(
                kafka.topics(), CleanerConfig.from(settings).cleaner(), meters);
    }

    @Test
    void shouldHaveTheTopologyThatWasReviewed() {
        GoldenFile.verify("src/test/resources/topology.txt", topology.describe().toString());
    }

    @Test
    void shouldCleanAPage() {
        try (var harness = harness()) {
            harness.pipe(
                    kafka.topics().raw().name(),
                    kafka.topics().raw().values(),
                    "a",
                    Articles.raw("a", PAGE).build());
            var clean = harness.values(
                    kafka.topics().clean().name(), kafka.topics().clean().values());
            assertThat(clean).singleElement().satisfies(article -> {
                assertThat(article.getTitle()).isEqualTo("Dam filled for the first time");
                assertThat(article.getText()).startsWith("The reservoir above").endsWith("went wrong.");
                assertThat(article.getLanguage()).isEqualTo("en");
                assertThat(article.getSketch()).isNotNull();
            });
        }
    }

    @Test
    void shouldTraceWhyAPageIsDropped() {
        try (var harness = harness()) {
            harness.pipe(
                    kafka.topics().raw().name(),
                    kafka.topics().raw().values(),
                    "a",
                    Articles.raw("a", "")
                            .setFeedItem(
                                    FeedItem.newBuilder().setTitle("Dam filled").build())
                            .build());
            var traces = harness.values(
                    kafka.topics().disposition().name(),
                    kafka.topics().disposition().values());
            assertThat(traces).singleElement().satisfies(trace -> {
                assertThat(trace.getOutcome()).isEqualTo(DispositionOutcome.DROPPED);
                assertThat(trace.getReason()).isEqualTo("empty");
                assertThat(trace.getTitle()).isEqualTo("Dam filled");
            });
        }
    }

    private TopologyHarness harness() {
        return new TopologyHarness(
                topology, StreamsSettings.properties(settings, kafka, meters, CleanerTopology.STAGE));
    }
}
