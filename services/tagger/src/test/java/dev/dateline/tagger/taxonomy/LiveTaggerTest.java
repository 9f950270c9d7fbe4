package dev.dateline.tagger.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.ThemeTag;
import dev.dateline.tagger.TaggerMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveTaggerTest {
    private static final String SHIPPED = Tagger.load().taxonomyVersion();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private LiveTagger tagger;

    @BeforeEach
    void makeOne() throws Exception {
        var kafka = KafkaConnection.from(new SettingsLoader(KafkaSettings.ALL).load());
        tagger = new LiveTagger(kafka, Set.of(), meters);
    }

    @Test
    void shouldUseTheShippedTaxonomyWhenTheTopicIsEmpty() {
        tagger.upToDate();

        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(shown()).containsExactly(SHIPPED);
    }

    @Test
    void shouldPutTheNextTaggerInThePlaceOfTheRunningOne() throws Exception {
        tagger.upToDate();

        apply(Records.lithium("2027"));

        assertThat(version()).isEqualTo("2027+" + SHIPPED);
        assertThat(themes()).contains("custom:lithium");
        assertThat(shown()).containsExactly("2027+" + SHIPPED);
    }

    @Test
    void shouldReturnToTheShippedTaxonomyUnderANewVersion() throws Exception {
        apply(Records.lithium("2027"));

        apply(OwnTaxonomy.of("2028", List.of()));

        assertThat(version()).isEqualTo("2028+" + SHIPPED);
        assertThat(themes()).doesNotContain("custom:lithium");
    }

    @Test
    void shouldKeepTheRunningOneWhenAChunkIsBroken() throws Exception {
        apply(Records.lithium("2027"));

        Records.of(Records.lithium("2028")).stream().skip(1).forEach(tagger::take);
        tagger.upToDate();

        assertThat(version()).startsWith("2027+");
        assertThat(tagger.health().state()).isEqualTo(Health.State.DEGRADED);
        assertThat(failures()).isOne();
    }

    @Test
    void shouldKeepTheRunningOneWhenAThemeIsWrong() throws Exception {
        apply(Records.lithium("2027"));

        apply(OwnTaxonomy.of("2028", List.of(new TaxonomyFile("themes/own.yaml", "- {id: nonsense}"))));
        tagger.upToDate();

        assertThat(version()).startsWith("2027+");
        assertThat(failures()).isOne();
    }

    @Test
    void shouldBeWellAgainAfterTheMend() throws Exception {
        tagger.take(Records.record("current", new byte[] {7}));
        tagger.upToDate();
        assertThat(version()).isEqualTo(SHIPPED);

        apply(Records.lithium("2027"));

        assertThat(tagger.health().state()).isEqualTo(Health.State.UP);
        assertThat(version()).startsWith("2027+");
    }

    private void apply(OwnTaxonomy taxonomy) throws Exception {
        Records.of(taxonomy).forEach(tagger::take);
        tagger.upToDate();
    }

    private String version() {
        return tagger.get().taxonomyVersion();
    }

    private List<String> themes() {
        return tagger.get().tag("Lithium mine opens", "", "en", null).themes().stream()
                .map(ThemeTag::getCode)
                .toList();
    }

    private List<String> shown() {
        return meters.find(TaggerMetrics.TAXONOMY_INFO.name()).gauges().stream()
                .map(gauge -> gauge.getId().getTag("version"))
                .toList();
    }

    private double failures() {
        return TaggerMetrics.RELOAD_FAILURES.counter(meters).count();
    }
}
