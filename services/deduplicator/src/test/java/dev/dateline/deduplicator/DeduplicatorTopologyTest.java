package dev.dateline.deduplicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.pipeline.dedup.DeduplicatorConfig;
import dev.dateline.pipeline.dedup.Sketcher;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DuplicateKind;
import dev.dateline.schema.EventType;
import dev.dateline.testkit.Articles;
import dev.dateline.testkit.GoldenFile;
import dev.dateline.testkit.TopologyHarness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeduplicatorTopologyTest {
    private static final String TEXT = """
            The reservoir above the valley reached its full level on Tuesday, two years after the last gate was closed, the ministry of water said.

            Engineers will watch the pressure for a month before the turbines are started one after the other. Villages downstream have been told \
            how they would be warned if anything went wrong, and sirens were tested twice last week.

            The plant is to deliver a tenth of the country's electricity in winter, when rivers are low and demand is highest.
            """;

    @TempDir
    Path folder;

    private Topology topology;
    private Topics topics;
    private TopologyHarness harness;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void start() throws Exception {
        var settings = new SettingsLoader(DeduplicatorMain.DEFINITION.settings())
                .set(StreamsSettings.STATE_DIRECTORY.key(), folder.toString())
                .load();
        var kafka = KafkaConnection.from(settings);
        topics = kafka.topics();
        topology = DeduplicatorTopology.build(topics, DeduplicatorConfig.DEFAULT, meters);
        harness = new TopologyHarness(
                topology, StreamsSettings.properties(settings, kafka, meters, DeduplicatorTopology.STAGE));
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void shouldHaveTheTopologyThatWasReviewed() {
        GoldenFile.verify("src/test/resources/topology.txt", topology.describe().toString());
    }

    @Test
    void shouldPublishAnOriginalAndItsCopyWithTheirStory() {
        judge(article("a", "Dam filled", TEXT).build());
        judge(article("b", "Dam filled", TEXT).build());
        assertThat(harness.values(topics.unique().name(), topics.unique().values()))
                .singleElement()
                .satisfies(
                        unique -> assertThat(unique.getArticle().getArticleId()).isEqualTo("a"));
        assertThat(harness.values(topics.duplicate().name(), topics.duplicate().values()))
                .singleElement()
                .satisfies(copy -> {
                    assertThat(copy.getDuplicateOf()).isEqualTo("a");
                    assertThat(copy.getKind()).isEqualTo(DuplicateKind.EXACT_COPY);
                });
        assertThat(harness.records(topics.story().name(), topics.story().values()))
                .singleElement()
                .satisfies(story -> {
                    assertThat(story.key()).isEqualTo("a");
                    assertThat(story.value().getCopies()).hasSize(1);
                });
        assertThat(meters.get("news.duplicates")
                        .tag("role", "exact_copy")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldPublishAnEditAsTheNextVersion() {
        var first = article("a", "Dam filled", TEXT);
        judge(first.build());
        judge(article("a", "Dam filled at last", TEXT)
                .setFetchedAt(Articles.FETCHED.plusSeconds(60))
                .build());
        var versions = harness.values(topics.unique().name(), topics.unique().values());
        assertThat(versions.get(1).getVersion()).isEqualTo(2);
        assertThat(versions.get(1).getEvent()).isEqualTo(EventType.UPDATED);
        assertThat(versions.get(1).getChanges().getTitleChanged()).isTrue();
    }

    @Test
    void shouldDropWhatDidNotChange() {
        judge(article("a", "Dam filled", TEXT).build());
        judge(article("a", "Dam filled", TEXT)
                .setFetchedAt(Articles.FETCHED.plusSeconds(60))
                .build());
        assertThat(harness.values(
                        topics.disposition().name(), topics.disposition().values()))
                .extracting(Disposition::getReason)
                .containsExactly(null, "unchanged");
    }

    private void judge(CleanArticle article) {
        harness.pipe(topics.clean().name(), topics.clean().values(), article.getArticleId(), article);
    }

    private static CleanArticle.Builder article(String id, String title, String text) {
        return Articles.clean(id, title, text)
                .setSketch(Sketcher.sketch(title, text).orElseThrow());
    }
}
