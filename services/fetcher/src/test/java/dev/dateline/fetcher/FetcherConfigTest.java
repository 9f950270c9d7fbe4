package dev.dateline.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.fetcher.visit.BackOff;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.SettingsLoader;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherConfigTest {
    private final SettingsLoader loader = new SettingsLoader(FetcherMain.DEFINITION.settings());

    @Test
    void shouldBeGentleAndSafeByDefault() throws Exception {
        var config = FetcherConfig.from(loader.load());

        assertThat(config.network().allowLoopback()).isFalse();
        assertThat(config.network().ports()).containsExactlyInAnyOrder(80, 443);
        assertThat(config.politeness().spacing()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.rules().revisits().delays())
                .containsExactly(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));
        assertThat(config.product()).isEqualTo("dateline");
    }

    @Test
    void shouldTakeTheFirstBackOffForAddressesAndHosts() throws Exception {
        loader.set(FetcherConfig.FIRST_BACK_OFF.key(), "2s");

        var config = FetcherConfig.from(loader.load());

        assertThat(config.rules().backOff()).isEqualTo(new BackOff(Duration.ofSeconds(2), Duration.ofHours(6)));
        assertThat(config.politeness().firstBackOff()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.politeness().longestBackOff()).isEqualTo(Duration.ofHours(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "7h"})
    void shouldRefuseABackOffThatIsNone(String value) {
        loader.set(FetcherConfig.FIRST_BACK_OFF.key(), value);

        assertThat(catchThrowableOfType(StartException.class, loader::load))
                .hasMessageContaining(FetcherConfig.FIRST_BACK_OFF.key());
    }

    @Test
    void shouldTellEveryCombinationThatMakesNoSense() throws Exception {
        loader.set(FetcherConfig.MIN_INTERVAL.key(), "2h");
        loader.set(FetcherConfig.MAX_INTERVAL.key(), "1h");
        loader.set(FetcherConfig.REVISIT_AFTER.key(), "24h,1h");
        var settings = loader.load();

        assertThat(catchThrowableOfType(StartException.class, () -> FetcherConfig.from(settings))
                        .problems())
                .extracting(Problem::place)
                .containsExactly(FetcherConfig.MIN_INTERVAL.key(), FetcherConfig.REVISIT_AFTER.key());
    }

    @Test
    void shouldRefuseAUserAgentWithoutAContact() {
        loader.set(FetcherConfig.USER_AGENT.key(), "Mozilla/5.0");

        assertThat(catchThrowableOfType(StartException.class, loader::load))
                .hasMessageContaining(FetcherConfig.USER_AGENT.key());
    }
}
