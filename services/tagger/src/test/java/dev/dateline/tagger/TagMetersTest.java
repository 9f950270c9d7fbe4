package dev.dateline.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.Outcome;
import dev.dateline.pipeline.Stage;
import dev.dateline.runtime.metrics.Metric;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import dev.dateline.schema.UniqueArticle;
import dev.dateline.testkit.Articles;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagMetersTest {
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void shouldCountByCodesOfClosedListsOnly() {
        tag(article("kk-Cyrl")
                .setRegions(List.of(
                        region("KZ", RegionRole.ABOUT),
                        region("143", RegionRole.ABOUT),
                        region("x-sco", RegionRole.ABOUT),
                        region("x-eaeu", RegionRole.ABOUT),
                        region("UZ", RegionRole.MENTIONED)))
                .setThemes(List.of(theme("medtop:04000000"), theme("medtop:20000344"), theme("custom:lithium"))));

        assertThat(labels(TaggerMetrics.LANGUAGES)).containsExactly("kk");
        assertThat(labels(TaggerMetrics.REGIONS)).containsExactlyInAnyOrder("KZ", "143", "own");
        assertThat(labels(TaggerMetrics.THEMES)).containsExactlyInAnyOrder("04000000", "own");
        assertThat(missing("language") + missing("region") + missing("theme")).isZero();
    }

    @Test
    void shouldCountWhatAnArticleLacks() {
        tag(article("und"));
        tag(article("xx-not-a-language").setRegions(List.of(region("KZ", RegionRole.MENTIONED))));

        assertThat(labels(TaggerMetrics.LANGUAGES)).containsExactlyInAnyOrder("und", "other");
        assertThat(missing("language")).isEqualTo(1);
        assertThat(missing("region")).isEqualTo(2);
        assertThat(missing("theme")).isEqualTo(2);
    }

    @Test
    void shouldNotCountWithdrawals() {
        tag(article("en").setStatus(ArticleStatus.WITHDRAWN));
        assertThat(labels(TaggerMetrics.LANGUAGES)).isEmpty();
        assertThat(missing("theme")).isZero();
    }

    private void tag(EnrichedArticle.Builder tagged) {
        Stage<UniqueArticle, EnrichedArticle> tagger = unique -> Outcome.kept(tagged.build());
        new TagMeters(tagger, meters)
                .apply(Articles.unique("a", "Title", "Text").build());
    }

    private static EnrichedArticle.Builder article(String language) {
        return Articles.enriched("a", 1)
                .setLanguage(language)
                .setRegions(List.of())
                .setThemes(List.of());
    }

    private static RegionTag region(String code, RegionRole role) {
        return RegionTag.newBuilder().setCode(code).setRole(role).setScore(1).build();
    }

    private static ThemeTag theme(String code) {
        return ThemeTag.newBuilder().setCode(code).setScore(1).build();
    }

    private double missing(String what) {
        return TaggerMetrics.UNTAGGED.counter(meters, what).count();
    }

    private List<String> labels(Metric metric) {
        return meters.find(metric.name()).counters().stream()
                .map(counter -> counter.getId().getTag(metric.labels().get(0)))
                .toList();
    }
}
