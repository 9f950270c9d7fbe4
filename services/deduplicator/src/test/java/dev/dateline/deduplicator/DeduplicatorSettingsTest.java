package dev.dateline.deduplicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.pipeline.dedup.DeduplicatorConfig;
import dev.dateline.pipeline.dedup.DeduplicatorConfig.SourcePair;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingsLoader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeduplicatorSettingsTest {
    @Test
    void shouldReadSourcesAndPairsThatAreNeverCompared() throws StartException {
        var config = config(DeduplicatorSettings.NEVER_COMPARED_PAIRS, "wire+paper, blog+wire");

        assertThat(config.neverComparedPairs())
                .containsExactlyInAnyOrder(SourcePair.of("paper", "wire"), SourcePair.of("wire", "blog"));
    }

    @Test
    void shouldRefuseAPairOfOne() {
        assertThatThrownBy(() -> config(DeduplicatorSettings.NEVER_COMPARED_PAIRS, "wire"))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("deduplicator.never-compared-pairs")
                .hasMessageContaining("agency+paper");
    }

    @Test
    void shouldRefuseARetentionShorterThanTheHorizon() {
        assertThatThrownBy(() -> config(DeduplicatorSettings.RETENTION, "6d"))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("is shorter than deduplicator.horizon");
    }

    @Test
    void shouldRefuseToForgetArticlesThatSubscribersStillHave() {
        assertThatThrownBy(() -> config(DeduplicatorSettings.VERSION_RETENTION, "89d"))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("deduplicator.version-retention")
                .hasMessageContaining("enriched");
    }

    private static DeduplicatorConfig config(Setting<?> setting, String value) throws StartException {
        var settings = new SettingsLoader(DeduplicatorSettings.ALL)
                .set(setting.key(), value)
                .load();
        return DeduplicatorSettings.config(settings, Duration.ofDays(90));
    }
}
