package dev.dateline.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.operate.RouteRefill;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.testkit.Articles;
import dev.dateline.testkit.GoldenFile;
import dev.dateline.testkit.TopologyHarness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterTopologyTest {
    private static final String KAZAKHSTAN = "news.region.kz.v1";
    private static final String OWN = "news.route.own.v1";
    private static final String ECONOMY = "news.theme.economy-business-and-finance.v1";

    @TempDir
    Path folder;

    private Topology topology;
    private Topics topics;
    private FixedRoutes routes;
    private TopologyHarness harness;

    @BeforeEach
    void start() throws Exception {
        var settings = new SettingsLoader(RouterMain.DEFINITION.settings())
                .set(StreamsSettings.STATE_DIRECTORY.key(), folder.toString())
                .load();
        var kafka = KafkaConnection.from(settings);
        var meters = new SimpleMeterRegistry();
        topics = kafka.topics();
        routes = new FixedRoutes(topics.catalogue());
        topology = RouterTopology.build(topics, routes, meters);
        harness = new TopologyHarness(
                topology, StreamsSettings.properties(settings, kafka, meters, RouterTopology.STAGE));
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
    void shouldSendAnArticleToItsRegionsAndThemes() {
        route(Articles.enriched("a", 1).build());
        assertThat(values(KAZAKHSTAN))
                .singleElement()
                .satisfies(bytes -> assertThat(topics.enriched()
                                .values()
                                .deserializer()
                                .deserialize(KAZAKHSTAN, bytes)
                                .getArticleId())
                        .isEqualTo("a"));
        assertThat(values(ECONOMY)).hasSize(1);
    }

    @Test
    void shouldTakeAnArticleBackThatLeavesARegion() {
        route(Articles.enriched("a", 1).build());
        route(Articles.enriched("a", 2).setRegions(List.of()).build());
        var records = harness.records(KAZAKHSTAN, Serdes.ByteArray());
        assertThat(records).hasSize(2);
        assertThat(records.get(1).value()).isNull();
        assertThat(records.get(1).headers().lastHeader(EventHeaders.LEFT)).isNotNull();
        assertThat(values(ECONOMY)).hasSize(2).doesNotContainNull();
    }

    @Test
    void shouldTakeAWithdrawnArticleBackEverywhere() {
        route(Articles.enriched("a", 1).build());
        route(Articles.enriched("a", 2).setStatus(ArticleStatus.WITHDRAWN).build());
        var last = harness.records(ECONOMY, Serdes.ByteArray()).get(1);
        assertThat(last.value()).isNull();
        assertThat(last.headers().lastHeader(EventHeaders.WITHDRAWN)).isNotNull();
    }

    @Test
    void shouldDropAVersionThatComesTooLate() {
        route(Articles.enriched("a", 2).build());
        route(Articles.enriched("a", 1).setRegions(List.of()).build());
        assertThat(values(KAZAKHSTAN)).hasSize(1);
        var traces =
                harness.values(topics.disposition().name(), topics.disposition().values());
        assertThat(traces.get(1).getReason()).isEqualTo("superseded");
    }

    @Test
    void shouldSendAnArticleToTheRouteThatSomebodyMade() throws Exception {
        routes.setOwn(OWN, "theme in (medtop:04000000) and score >= 0.8");
        route(Articles.enriched("a", 1).build());
        route(Articles.enriched("a", 2).setThemes(List.of()).build());
        var records = harness.records(OWN, Serdes.ByteArray());
        assertThat(records).hasSize(2);
        assertThat(records.get(1).headers().lastHeader(EventHeaders.LEFT)).isNotNull();
    }

    @Test
    void shouldTellNobodyOnTheTopicOfARouteThatWasRemoved() throws Exception {
        routes.setOwn(OWN, "theme in (medtop:04000000)");
        route(Articles.enriched("a", 1).build());
        routes.removeOwn();
        route(Articles.enriched("a", 2).setThemes(List.of()).build());
        assertThat(values(OWN)).hasSize(1);
    }

    @Test
    void shouldFillANewRouteAndNothingElse() throws Exception {
        route(Articles.enriched("a", 1).build());
        routes.setOwn(OWN, "region in (KZ)");
        refill(Articles.enriched("a", 1).build());
        refill(Articles.enriched("a", 1).build());
        assertThat(values(KAZAKHSTAN)).hasSize(1);
        var filled = harness.records(OWN, Serdes.ByteArray());
        assertThat(filled).hasSize(1);
        assertThat(filled.get(0).timestamp()).isEqualTo(TopologyHarness.INGESTED.toEpochMilli());
        assertThat(filled.get(0).headers().lastHeader("news-route-change")).isNull();
    }

    @Test
    void shouldTakeBackWhatAChangedRouteNoLongerMatches() throws Exception {
        routes.setOwn(OWN, "region in (KZ)");
        route(Articles.enriched("a", 1).build());
        routes.setOwn(OWN, "region in (UZ)");
        refill(Articles.enriched("a", 1).build());
        assertThat(values(OWN)).hasSize(2).endsWith((byte[]) null);
    }

    @Test
    void shouldNotFillWithWhatWasRoutedSinceOrIsStillToCome() throws Exception {
        route(Articles.enriched("a", 2).build());
        route(Articles.enriched("b", 1).setTaxonomyVersion("2").build());
        routes.setOwn(OWN, "region in (KZ)");
        refill(Articles.enriched("a", 1).build());
        refill(Articles.enriched("b", 1).setTaxonomyVersion("1").build());
        refill(Articles.enriched("c", 1).build());
        assertThat(values(OWN)).isEmpty();
    }

    private void refill(EnrichedArticle article) {
        var topic = topics.routeRefill();
        var record = new TestRecord<>(article.getArticleId(), article, TopologyHarness.INGESTED.plusSeconds(60));
        new RouteRefill(0, TopologyHarness.INGESTED.toEpochMilli()).put(record.headers());
        harness.pipe(topic.name(), topic.values(), record);
    }

    private void route(EnrichedArticle article) {
        var enriched = topics.enriched();
        harness.pipe(
                enriched.name(),
                enriched.values(),
                new TestRecord<>(article.getArticleId(), article, TopologyHarness.INGESTED));
    }

    private List<byte[]> values(String topic) {
        return harness.records(topic, Serdes.ByteArray()).stream()
                .map(TestRecord::value)
                .toList();
    }
}
