package dev.dateline.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTypeTest {
    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "30s,PT30S", "5m,PT5M", "1h,PT1H", "7d,PT168H"})
    void shouldReadDurationsWithTheirUnit(String text, Duration expected) {
        assertThat(SettingType.DURATION.parser().apply(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"512,512", "512B,512", "4KiB,4096", "5MiB,5242880", "1GiB,1073741824"})
    void shouldReadSizesInBytes(String text, long expected) {
        assertThat(SettingType.SIZE.parser().apply(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5 weeks", "-1s", "1.5h"})
    void shouldRefuseWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> SettingType.DURATION.parser().apply(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefusePortsThatDoNotExist() {
        assertThatThrownBy(() -> SettingType.port().parser().apply("65536"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
