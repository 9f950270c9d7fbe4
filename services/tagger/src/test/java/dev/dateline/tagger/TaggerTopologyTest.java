package dev.dateline.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.pipeline.tag.ArticleTagger;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.RegionTag;
import dev.dateline.tagger.taxonomy.Records;
import dev.dateline.testkit.Articles;
import dev.dateline.testkit.GoldenFile;
import dev.dateline.testkit.TopologyHarness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggerTopologyTest {
    @TempDir
    Path folder;

    @Test
    void shouldTagAnArticleAndSayItInTheHeaders() throws Exception {
        var settings = new SettingsLoader(TaggerMain.DEFINITION.settings())
                .set(StreamsSettings.STATE_DIRECTORY.key(), folder.toString())
                .load();
        var kafka = KafkaConnection.from(settings);
        var meters = new SimpleMeterRegistry();
        var topics = kafka.topics();
        var topology = TaggerTopology.build(topics, new ArticleTagger(Tagger.load()), meters);
        GoldenFile.verify("src/test/resources/topology.txt", topology.describe().toString());

        var properties = StreamsSettings.properties(settings, kafka, meters, TaggerTopology.STAGE);
        try (var harness = new TopologyHarness(topology, properties)) {
            var article = Articles.unique(
                            "a",
                            "Kazakhstan's parliament passes the budget",
                            "The parliament of Kazakhstan passed the budget in Astana. The government of Kazakhstan had asked for more.")
                    .build();
            harness.pipe(topics.unique().name(), topics.unique().values(), "a", article);
            var enriched =
                    harness.records(topics.enriched().name(), topics.enriched().values());
            assertThat(enriched).singleElement().satisfies(record -> {
                assertThat(record.value().getRegions())
                        .extracting(RegionTag::getCode)
                        .contains("KZ", "143");
                assertThat(header(record.headers(), EventHeaders.REGIONS)).contains("KZ");
                assertThat(header(record.headers(), EventHeaders.TYPE)).isEqualTo("created");
                assertThat(header(record.headers(), EventHeaders.ID)).startsWith("a/1/");
                assertThat(header(record.headers(), EventHeaders.LANGUAGE)).isEqualTo("en");
            });
        }
    }

    @Test
    void shouldTagTheNextArticleByTheTaxonomyThatCameBetween() throws Exception {
        var settings = new SettingsLoader(TaggerMain.DEFINITION.settings())
                .set(StreamsSettings.STATE_DIRECTORY.key(), folder.toString())
                .load();
        var kafka = KafkaConnection.from(settings);
        var meters = new SimpleMeterRegistry();
        var topics = kafka.topics();
        var current = new AtomicReference<>(Tagger.load());
        var topology = TaggerTopology.build(topics, new ArticleTagger(current::get, language -> {}), meters);
        var properties = StreamsSettings.properties(settings, kafka, meters, TaggerTopology.STAGE);
        try (var harness = new TopologyHarness(topology, properties)) {
            var article = Articles.unique("a", "Lithium mine opens", "A mine for lithium opens.")
                    .build();
            harness.pipe(topics.unique().name(), topics.unique().values(), "a", article);
            current.set(Tagger.load(Records.lithium("2027")));
            harness.pipe(topics.unique().name(), topics.unique().values(), "a", article);

            assertThat(harness.values(
                            topics.enriched().name(), topics.enriched().values()))
                    .extracting(
                            enriched -> enriched.getThemes().stream()
                                    .anyMatch(theme -> theme.getCode().equals("custom:lithium")),
                            enriched -> enriched.getTaxonomyVersion().startsWith("2027+"))
                    .containsExactly(tuple(false, false), tuple(true, true));
        }
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
